// The first screen: what this is, who reads it, and where to begin or go on.

import { button, el } from "./dom.js";
import { isSamePerson, readCopy } from "./filled.js";
import { countAnswered, isOld } from "./look.js";
import { keepCopy } from "./saving.js";
import { sendView } from "./send.js";
import { daysBetween, many, sayDay, today } from "./words.js";

export function firstView(app, said) {
  return { bare: true, keys: new Map(), draw: () => drawFirst(app, said) };
}

function drawFirst(app, said) {
  const words = app.tables.words;
  const choice = el("div", { id: "choice" });
  const fields = drawNames(app, () => drawChoice(app, choice));
  drawChoice(app, choice);
  return [
    said ? el("p", { class: "notice", role: "alert", tabindex: "-1", "data-focus": true }, said) : null,
    el("p", { class: "lead" }, words.lead),
    el("dl", { class: "before" }, ...words.before.map(([name, what]) => el("div", {}, el("dt", {}, name), el("dd", {}, what)))),
    ...fields, choice, drawOpen(app),
  ];
}

// Whose names are not known to the form are asked for.
function drawNames(app, changed) {
  const asked = [];
  if (!app.tables.about.name) asked.push(["about", app.tables.kind === "supervisor" ? "Whose practice is it about?" : "Your name"]);
  if (app.tables.kind === "supervisor") asked.push(["by", "Your name"]);
  return asked.map(([who, words]) => {
    const box = el("input", { type: "text", id: who, autocomplete: "off", maxlength: "100", input: () => { app.names[who] = box.value; changed(); } });
    box.value = app.names[who] || "";
    return el("p", { class: "field" }, el("label", { for: who }, words), box);
  });
}

function drawChoice(app, choice) {
  choice.replaceChildren(...listChoice(app).filter((each) => each));
}

function listChoice(app) {
  const person = app.person();
  if (!person) return [el("p", { class: "act" }, button("Begin", () => askName(), { class: "main" }))];
  const kept = app.readKept();
  if (!kept) return [sayOthers(app), el("p", { class: "act" }, button("Begin", () => app.beginNew(null), { class: "main" }))];
  return isOld(kept, today(), daysBetween) ? offerNew(app, kept) : offerBoth(app, kept);
}

function askName() {
  const empty = [...document.querySelectorAll(".field input")].find((box) => !box.value.trim());
  if (empty) empty.focus();
}

function sayOthers(app) {
  if (app.tables.about.name || !app.store.holdsOthers(app.person())) return null;
  return el("p", { class: "aside" }, "Answers under another name are kept in this browser. To go on with those, type that name just as before.");
}

// What was sent, or is more than 30 days old, is never gone on with unasked.
function offerNew(app, kept) {
  const what = kept.sent ? `Your look was sent on ${sayDay(kept.sent)}. If it did not arrive, send it again.` : `A look from ${sayDay(kept.touched)} is still in this browser.`;
  return [
    el("p", {}, what, sayUncopied(kept)),
    el("p", { class: "act" },
      button("Begin a new look", () => beginAnother(app, kept), { class: "main" }),
      kept.sent ? button("Send it again", () => sendAgain(app, kept), { class: "plain" }) : null,
      button("Keep a copy of the earlier one", () => copyEarlier(app, kept), { class: "plain" })),
  ];
}

function offerBoth(app, kept) {
  const done = many(countAnswered(kept, app.tables.questions), "question", "questions");
  const said = kept.version ? `${done} answered, last on ${sayDay(kept.touched)}.` : "Your earlier look is here, and nothing is answered yet.";
  return [
    el("p", {}, said, sayUncopied(kept)),
    el("p", { class: "act" },
      button("Go on", () => app.goOn(kept), { class: "main" }),
      button("Keep a copy of it", () => copyEarlier(app, kept), { class: "plain" }),
      button("Begin a new look", () => beginAnother(app, kept), { class: "plain" })),
  ];
}

// One look has the place of another: what of the earlier one is in no copy is never erased unasked.
function eraseFirst(app, kept, doing, then) {
  const left = kept ? kept.uncopied.length : 0;
  if (!left) return then();
  document.getElementById("choice").replaceChildren(
    el("p", { class: "notice", role: "alert", tabindex: "-1", id: "erases" }, `This erases ${many(left, "answer that is", "answers that are")} in no copy. Nothing brings them back.`),
    el("p", { class: "act" },
      button("Keep a copy of the earlier one", () => copyEarlier(app, kept), { class: "main" }),
      button(`Erase, and ${doing}`, then),
      button("Back", () => app.begin(""), { class: "plain" })));
  return document.getElementById("erases").focus();
}

function beginAnother(app, kept) {
  eraseFirst(app, kept, "begin a new look", () => app.beginNew(kept));
}

function sayUncopied(kept) {
  return kept.uncopied.length ? ` ${many(kept.uncopied.length, "answer is", "answers are")} in no copy.` : "";
}

function copyEarlier(app, kept) {
  app.look = kept;
  keepCopy(app, firstView(app, ""));
}

function sendAgain(app, kept) {
  app.look = kept;
  app.show(sendView(app, () => app.begin("")));
}

function drawOpen(app) {
  const said = el("p", { class: "doubt", role: "status", id: "open-said" });
  const file = el("input", { type: "file", id: "open", accept: ".json,.txt", change: async () => {
    if (file.files[0]) openText(app, await file.files[0].text(), said);
  } });
  const box = el("textarea", { id: "pasted", rows: "3", spellcheck: "false" });
  return el("details", {}, el("summary", {}, "Open a copy"),
    el("p", {}, el("label", { for: "open" }, "A file that you kept"), file),
    el("p", {}, el("label", { for: "pasted" }, "or the text of one"), box),
    el("p", { class: "act" }, button("Open the text", () => openText(app, box.value, said))), said);
}

function openText(app, text, said) {
  const look = readCopy(app.tables, text);
  if (!look) {
    said.textContent = "This is no copy that this form can open: it is damaged, or of another kind of form. Nothing was changed.";
  } else if (app.tables.about.name && !isSamePerson(look.about, app.tables.about)) {
    said.textContent = `This copy is of ${look.about.name}'s answers, and this form is for ${app.tables.about.name}. Nothing was changed.`;
  } else {
    app.names.about = look.about.name;
    if (look.by) app.names.by = look.by.name;
    const kept = app.readKept();
    const later = kept && kept.look === look.look && kept.version <= look.version;
    eraseFirst(app, later ? null : kept, "open this copy", () => app.takeCopy(look));
  }
}
