// Says truthfully how safe the answers are, and keeps copies. A page cannot know whether a file
// arrived, nor whether the browser is emptied when it is closed: so it asks, and never promises.

import { button, el, say } from "./dom.js";
import { makeCopy } from "./filled.js";
import { fold, many, today } from "./words.js";

export function sayKept(app) {
  const left = app.look.uncopied.length;
  if (!app.look.version) return "Nothing is answered yet.";
  if (!left) return "Everything so far is in your copy.";
  const open = sayInNoCopy(app);
  if (!app.keptHere) return `This browser keeps nothing of this page. Not safe until you press Keep a copy. ${open}`;
  return `Kept in this browser for now. Not safe until you press Keep a copy. ${open}`;
}

const sayInNoCopy = (app) => `${many(app.look.uncopied.length, "answer is", "answers are")} in no copy yet.`;

export function showSaving(app) {
  const foot = document.getElementById("foot");
  if (!app.look || app.view.bare) {
    foot.replaceChildren();
    return;
  }
  const copy = app.look.version ? button("Keep a copy", () => keepCopy(app, app.view), { class: "small" }) : null;
  const clear = app.look.uncopied.length || !app.look.version
    ? null : button("Clear this computer", () => askToClear(app, app.view), { class: "small plain" });
  const elsewhere = app.elsewhere
    ? el("p", { id: "elsewhere", class: "notice" }, "This form is open in another window too, and answers were given there. Close one of them: the one answered last is what this browser keeps.") : "";
  foot.replaceChildren(elsewhere, el("p", { id: "kept" }, sayKept(app)), el("p", { class: "act" }, copy, clear));
}

export function keepCopy(app, backTo) {
  const name = `${nameFile(app.look.about.name)}-copy-${today()}.json`;
  const text = makeCopy(app.tables, app.look, new Date());
  const items = [...app.look.uncopied];
  giveFile(app, {
    name, text, title: "Your copy", backTo,
    about: "Anybody who can open your files can read it, private notes too. Keep it where only you look. "
      + "To go on from it, open this form or a later one and press “Open a copy”.",
    arrived: () => app.keep({ ...app.look, uncopied: app.look.uncopied.filter((each) => !items.includes(each)) }),
  });
}

export function nameFile(name) {
  return fold(name).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 40) || "form";
}

// Offer a text as a file, and go on only where somebody says that it is there.
export function giveFile(app, given) {
  download(given.name, given.text);
  app.show({
    bare: true,
    draw: () => [
      el("h2", { tabindex: "-1", "data-focus": true }, `${given.title}: is the file there?`),
      el("p", {}, "Your browser was asked to save ", el("strong", {}, given.name), ". Look for it where it keeps what is downloaded."),
      given.about && el("p", {}, given.about),
      el("p", { class: "act" },
        button("Yes, the file is there", () => arrive(app, given), { class: "main" }),
        button("No file came", () => giveText(app, given)),
        button("Back", () => app.show(given.backTo), { class: "plain" })),
    ],
  });
}

// Where files are refused: the same as text, to be pasted into a document or a mail.
export function giveText(app, given) {
  const box = el("textarea", { readonly: true, rows: "10", "aria-labelledby": "as-text", spellcheck: "false" });
  box.value = given.text;
  app.show({
    bare: true,
    draw: () => [
      el("h2", { id: "as-text", tabindex: "-1", "data-focus": true }, `${given.title}, as text`),
      el("p", {}, given.asText || "Copy all of it into a document or a mail to yourself. “Open a copy” takes it back."),
      box,
      el("p", { class: "act" },
        button("Copy the text", () => copyText(box), { class: "main" }),
        button(given.pasted || "I have pasted it somewhere safe", () => arrive(app, given)),
        button("Back", () => app.show(given.backTo), { class: "plain" })),
    ],
  });
}

function arrive(app, given) {
  given.arrived();
  app.show(given.next || given.backTo);
}

async function copyText(box) {
  box.focus();
  box.select();
  try {
    await navigator.clipboard.writeText(box.value);
    say("Copied.");
  } catch {
    say(document.execCommand("copy") ? "Copied." : "All of it is marked. Copy it with Ctrl and C.");
  }
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

export function askToClear(app, backTo) {
  app.show({
    bare: true,
    draw: () => [
      el("h2", { tabindex: "-1", "data-focus": true }, "Clear this computer?"),
      el("p", {}, "This takes your answers out of this browser. Files that you saved stay where they are, and nobody else's answers are touched."),
      app.look.uncopied.length ? el("p", { class: "notice" }, `${sayInNoCopy(app)} You would have no copy of your own.`) : "",
      el("p", { class: "act" },
        button("Clear this computer", () => clear(app), { class: "main" }),
        button("Back", () => app.show(backTo), { class: "plain" })),
    ],
  });
}

async function clear(app) {
  const gone = await app.store.clear(app.person());
  app.look = null;
  app.begin(gone ? "Your answers are out of this browser." : "This browser would not let go of your answers. Ask your IT desk.");
}
