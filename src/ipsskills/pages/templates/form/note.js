// The note on a question, private unless it is shared, and a look through it for clients' details.

import { el } from "./dom.js";
import { findDetails } from "./details.js";
import { noteOn } from "./look.js";
import { joinWords } from "./words.js";

const WHY = "Name nobody, and nothing that would tell who a client is. If it is about you, it is yours to tell or to leave.";

export function drawNote(app, question) {
  const note = noteOn(app.look, question.item);
  const box = el("textarea", { id: "note", rows: "2", maxlength: "10000", "aria-describedby": "note-why doubt", change: keep, input: look });
  box.value = note.text;
  const shared = el("input", { type: "checkbox", id: "shared", change: keep });
  shared.checked = note.shared;
  const doubt = el("p", { id: "doubt", class: "doubt", role: "status" });

  function look() {
    doubt.textContent = sayDoubt(app, box.value);
  }

  function keep() {
    look();
    app.note(question, box.value.trim(), shared.checked);
  }

  look();
  return el("div", { class: "note" },
    el("label", { for: "note" }, el("kbd", { "aria-hidden": "true" }, "e"), "A note, if you like"),
    box, doubt,
    el("p", { id: "note-why", class: "aside" }, WHY),
    el("p", {}, el("label", { class: "check", for: "shared" }, shared, "Share this note with whoever I send my answers to")));
}

function sayDoubt(app, text) {
  const found = findDetails(app.tables, text);
  if (!found.length) return "";
  const kinds = joinWords([...new Set(found.map((each) => each.label))]);
  return `This looks like ${kinds}. Change it, unless it is your own and you mean to keep it.`;
}
