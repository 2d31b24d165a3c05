// The view of one question: what it is about, the answers, marks and the note.

import { button, el } from "./dom.js";
import { answerTo, isOpen } from "./look.js";
import { drawNote } from "./note.js";
import { many } from "./words.js";

const TOGGLES = [
  ["bring", "f", "Bring to supervision", "!"],
  ["show", "w", "Could show a colleague", "*"],
];

export function questionView(app, at) {
  const question = app.tables.questions[at];
  return { at, question, draw: () => drawQuestion(app, at, question), keys: keysOf(app, question) };
}

function drawQuestion(app, at, question) {
  const unit = app.unit(question.unit);
  return [
    drawNotice(app),
    el("p", { class: "where" }, el("span", {}, unit.domain), el("span", {}, sayPlace(app, at))),
    el("h2", { tabindex: "-1", "data-focus": true, id: "unit" }, el("span", { class: "key" }, question.number), " ", unit.title),
    el("p", { class: "about" }, question.text || unit.about),
    question.points.length ? el("ul", {}, ...question.points.map((point) => el("li", {}, point))) : null,
    question.askedAs === "safety" ? el("p", { class: "worry" }, app.tables.words.worry) : null,
    drawCovers(question, unit),
    el("p", { class: "question", id: "asked" }, question.question),
    el("div", { class: "answers", role: "group", "aria-labelledby": "asked" }, ...question.options.map((option) => drawOption(app, question, option))),
    drawMarks(app, question),
    drawNote(app, question),
    drawMoves(app, at),
  ];
}

export function drawNotice(app) {
  const notice = app.notice;
  app.notice = "";
  return notice ? el("p", { class: "notice", role: "alert" }, notice) : null;
}

function sayPlace(app, at) {
  const open = app.tables.questions.filter((each) => isOpen(app.look, each.item)).length;
  const minutes = Math.ceil(open / 2);
  return `question ${at + 1} of ${app.tables.questions.length}, about ${many(minutes, "minute", "minutes")} left`;
}

function drawCovers(question, unit) {
  if (question.text) return null;
  return el("details", { id: "covers" },
    el("summary", {}, "What this covers", el("kbd", { "aria-hidden": "true" }, "d")),
    unit.purpose && el("p", {}, unit.purpose),
    el("ul", {}, ...unit.statements.map((each) => el("li", {}, each.text, each.points.length
      ? el("ul", {}, ...each.points.map((point) => el("li", {}, point))) : null))));
}

function drawOption(app, question, option) {
  const chosen = answerTo(app.look, question.item).code === option.code;
  const press = (event) => app.passesClick(event) && app.give(question, option.code);
  return el("button", { type: "button", class: "answer", click: press, "aria-pressed": String(chosen) },
    el("kbd", {}, option.code), el("span", {}, el("strong", {}, option.label), option.means && ` ${option.means}`));
}

function drawMarks(app, question) {
  const answer = answerTo(app.look, question.item);
  const toggles = TOGGLES.map(([mark, key, words, sign]) => button(
    [el("kbd", { "aria-hidden": "true" }, key), `${words} `, el("span", { class: "sign", "aria-hidden": "true" }, answer[mark] ? sign : "")],
    () => app.mark(question, mark), { "aria-pressed": String(answer[mark]), "data-mark": mark },
  ));
  const lists = app.tables.kind === "first look" ? [] : [["behind", "y", "What is behind it"]];
  if (app.tables.kind !== "first look") lists.push(["basis", "o", "What it rests on"]);
  const open = lists.map(([list, key, words]) => button(
    [el("kbd", { "aria-hidden": "true" }, key), words, sayChosen(app, list, answer[list])],
    () => app.open(question, list), { "data-list": list },
  ));
  return el("div", { class: "marks", role: "group", "aria-label": "Marks, never counted" }, ...toggles, ...open);
}

function sayChosen(app, list, key) {
  const chosen = app.tables.choices[list].find((each) => each.key === key);
  return chosen ? `: ${chosen.label.toLowerCase()}` : "";
}

function drawMoves(app, at) {
  return el("p", { class: "act moves" },
    button([el("kbd", { "aria-hidden": "true" }, "b"), "Back"], () => app.goTo(at - 1), { disabled: at === 0, class: "plain" }),
    button([el("kbd", { "aria-hidden": "true" }, "s"), "Skip for now"], () => app.goTo(at + 1), { class: "plain" }),
    button([el("kbd", { "aria-hidden": "true" }, "r"), "Read over"], () => app.readOver(), { class: "plain" }),
    button([el("kbd", { "aria-hidden": "true" }, "z"), "Take back"], () => app.takeBack(), { disabled: !app.undo.length, class: "plain" }));
}

function keysOf(app, question) {
  const at = app.tables.questions.indexOf(question);
  const keys = new Map(question.options.map((option) => [option.code, () => app.give(question, option.code)]));
  const others = {
    d: () => toggleCovers(), e: () => document.getElementById("note").focus(),
    f: () => app.mark(question, "bring"), w: () => app.mark(question, "show"),
    b: () => app.goTo(at - 1), Backspace: () => app.goTo(at - 1), s: () => app.goTo(at + 1),
    r: () => app.readOver(), j: () => app.readOver(), z: () => app.takeBack(),
  };
  if (app.tables.kind !== "first look") {
    others.y = () => app.open(question, "behind");
    others.o = () => app.open(question, "basis");
  }
  for (const [key, does] of Object.entries(others)) keys.set(key, does);
  return keys;
}

function toggleCovers() {
  const covers = document.getElementById("covers");
  if (covers) covers.open = !covers.open;
}

// A short list to choose from: why outside this job, what is behind an answer, what it rests on.
export function listView(app, question, list, title, choose) {
  const choices = app.tables.choices[list];
  const keyOf = (choice, at) => (choices.every((each) => each.key.length === 1) ? choice.key.toLowerCase() : String(at + 1));
  const leave = () => app.goTo(app.tables.questions.indexOf(question));
  const keys = new Map(choices.map((choice, at) => [keyOf(choice, at), () => choose(choice.key)]));
  keys.set("Escape", leave);
  keys.set("b", leave);
  const same = list === "basis" && app.same ? choices.find((each) => each.key === app.same) : null;
  if (same) keys.set("Enter", () => choose(same.key));
  return {
    question, keys,
    draw: () => [
      el("h2", { tabindex: "-1", "data-focus": true, id: "asked" }, el("span", { class: "key" }, question.number), " ", title),
      same ? el("p", {}, `Enter takes “${same.label}”, as last time.`) : null,
      el("div", { class: "answers", role: "group", "aria-labelledby": "asked" }, ...choices.map((choice, at) => el("button", {
        type: "button", class: "answer", click: (event) => app.passesClick(event) && choose(choice.key),
      }, el("kbd", {}, keyOf(choice, at)), el("span", {}, el("strong", {}, choice.label), choice.means && ` ${choice.means}`)))),
      el("p", { class: "act" }, button("Leave it as it was", leave, { class: "plain" })),
    ],
  };
}
