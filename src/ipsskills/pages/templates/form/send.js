// Sends the answers: closed, as a file or as a block of text for an ordinary reply.

import { button, el, say } from "./dom.js";
import { makeSent } from "./filled.js";
import { giveFile, giveText, keepCopy, nameFile, askToClear } from "./saving.js";
import { seal } from "./sealing.js";
import { today } from "./words.js";

const FEWEST = 8;

// `back` is where somebody goes who does not send.
export function sendView(app, back = () => app.showPage()) {
  return { bare: true, keys: new Map(), draw: () => drawSend(app, back) };
}

function drawSend(app, back) {
  const maker = app.tables.maker.name;
  const words = app.tables.key ? null : el("input", { type: "text", id: "words", autocomplete: "off", spellcheck: "false" });
  const also = el("input", { type: "checkbox", id: "also" });
  also.checked = true;
  const doubt = el("p", { class: "doubt", role: "status" });
  const go = (how) => closeAndGive(app, how, words, also, doubt, back);
  return [
    el("h2", { tabindex: "-1", "data-focus": true }, `Send your answers to ${maker}`),
    el("p", {}, "What goes: your answers, marks, what is behind them, and the notes that you shared. Your private notes stay."),
    app.tables.key
      ? el("p", {}, `They are closed for ${maker}: only ${maker} can open them. No password is needed.`)
      : el("div", { class: "field" },
        el("label", { for: "words" }, "Words to close them with"), words,
        el("p", { class: "aside" }, `At least ${FEWEST} letters, better four words. Tell ${maker} in person or by phone, not in the same mail. Nobody can recover them.`)),
    el("p", {}, el("label", { class: "check", for: "also" }, also, "Also keep a copy for myself")),
    doubt,
    el("p", { class: "act" },
      button("Make a file to attach", () => go(giveFile), { class: "main" }),
      button("Make a block of text for a mail", () => go(giveText)),
      button("Back", back, { class: "plain" })),
  ];
}

async function closeAndGive(app, give, words, also, doubt, back) {
  const typed = words ? words.value.trim() : "";
  if (words && typed.length < FEWEST) {
    doubt.textContent = `Use at least ${FEWEST} letters.`;
    words.focus();
    return;
  }
  doubt.textContent = "Closing your answers …";
  await new Promise((done) => setTimeout(done, 50)); // so that it is drawn before a busy second
  try {
    const text = await seal(JSON.stringify(makeSent(app.tables, app.look, new Date())), app.tables.key, typed);
    giveSent(app, give, text, also.checked, back);
  } catch {
    doubt.textContent = "The answers could not be closed in this browser. Keep a copy and ask for another way; nothing is lost.";
    say(doubt.textContent);
  }
}

function giveSent(app, give, text, also, back) {
  const maker = app.tables.maker.name;
  const done = sentView(app);
  const next = also ? { bare: true, keys: new Map(), draw: () => drawThenCopy(app, done) } : done;
  give(app, {
    name: `${nameFile(app.look.about.name)}-for-${nameFile(maker)}-${today()}.txt`, text, backTo: sendView(app, back), next,
    title: "Your answers, closed", about: `Attach the file to a mail to ${maker}.`,
    asText: `Copy all of it, and paste it into an ordinary mail to ${maker}.`, pasted: `It is in a mail to ${maker}`,
    arrived: () => app.keep({ ...app.look, sent: today() }),
  });
}

function drawThenCopy(app, done) {
  return [
    el("h2", { tabindex: "-1", "data-focus": true }, "Now your own copy"),
    el("p", {}, "The next form opens it, and shows you what has changed."),
    el("p", { class: "act" },
      button("Keep a copy", () => keepCopy(app, done), { class: "main" }),
      button("Go on without", () => app.show(done), { class: "plain" })),
  ];
}

function sentView(app) {
  const copy = () => keepCopy(app, sentView(app));
  return { bare: true, keys: new Map(), draw: () => [
    el("h2", { tabindex: "-1", "data-focus": true }, `Ready for ${app.tables.maker.name}`),
    el("p", {}, "Nothing is sent by this page itself: it is sent when your mail is. If you change an answer, send it once more; the later one counts."),
    el("p", { class: "act" },
      button("See my page", () => app.showPage(), { class: "main" }),
      app.look.uncopied.length ? button("Keep a copy", copy) : null,
      button("Clear this computer", () => askToClear(app, sentView(app)))),
  ] };
}
