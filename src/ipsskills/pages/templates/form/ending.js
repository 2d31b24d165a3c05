// After the last question, the list of all answers, and the person's own page.

import { button, el } from "./dom.js";
import { answerTo, isOpen, noteOn } from "./look.js";
import { drawNotice } from "./question.js";
import { drawRadar } from "./radar.js";
import { makePage } from "./report.js";
import { sendView } from "./send.js";
import { makeStartPage } from "./starting.js";
import { makeTheirPage } from "./theirs.js";
import { sayDay } from "./words.js";

export function endView(app) {
  const finish = () => app.finish();
  return { keys: new Map([["Enter", finish], ["b", () => app.goTo(app.tables.questions.length - 1)], ["r", () => app.readOver()]]), draw: () => drawEnd(app, finish) };
}

function drawEnd(app, finish) {
  const left = app.tables.questions.filter((each) => isOpen(app.look, each.item));
  return [
    drawNotice(app),
    el("h2", { tabindex: "-1", "data-focus": true }, "That was the last question."),
    left.length ? el("p", {}, "Not answered yet. Go to one, or leave them: they show as not answered.") : null,
    left.length ? el("ul", { class: "jump" }, ...left.map((each) => el("li", {}, jump(app, each)))) : null,
    el("p", { class: "act" },
      button("Finish, and see where you are", finish, { class: "main" }),
      button("Read over what you answered", () => app.readOver(), { class: "plain" })),
  ];
}

function jump(app, question) {
  const unit = app.unit(question.unit);
  return button(`${question.number} ${question.short || unit.short}`, () => app.goTo(app.tables.questions.indexOf(question)), { class: "plain" });
}

export function reviewView(app, backTo) {
  const back = () => app.show(backTo);
  return { keys: new Map([["Escape", back], ["b", back]]), draw: () => [
    el("h2", { tabindex: "-1", "data-focus": true }, "What you have answered"),
    el("p", {}, "Press a line to change it."),
    el("ol", { class: "review" }, ...app.tables.questions.map((each) => el("li", {}, drawReviewed(app, each)))),
    el("p", { class: "act" }, button("Back", back, { class: "main" })),
  ] };
}

function drawReviewed(app, question) {
  const answer = answerTo(app.look, question.item);
  const option = question.options.find((each) => each.code === answer.code);
  const marks = `${answer.bring ? " !" : ""}${answer.show ? " *" : ""}${noteOn(app.look, question.item).text ? " (note)" : ""}`;
  const said = `${option ? option.said : app.tables.words.states.notAnswered}${marks}`;
  const name = question.short || app.unit(question.unit).short;
  return button([el("span", { class: "key" }, question.number), el("span", { class: "name" }, name), el("span", {}, said)],
    () => app.goTo(app.tables.questions.indexOf(question)), { class: "row" });
}

export function pageView(app) {
  return { finished: true, keys: new Map(), draw: () => drawPage(app) };
}

function drawPage(app) {
  const { tables, look } = app;
  const own = tables.kind === "self";
  const sections = makeSections(tables, look);
  const whose = look.kind === "supervisor" ? `${look.by.name}'s view of ${look.about.name}` : `${look.about.name}: your ${look.kind === "self" ? "view" : "first look"}`;
  return [
    drawNotice(app),
    el("h2", { class: "own", tabindex: "-1", "data-focus": true }, `${whose} on ${sayDay(look.finished)}`),
    look.kind === "first look" ? null : el("p", { class: "lead" }, tables.words.lookingBack),
    el("p", { class: "act" },
      button("Send my answers", () => app.show(sendView(app)), { class: "main" }),
      button("Print this page", () => window.print()),
      button("Change an answer", () => app.readOver(), { class: "plain" })),
    ...sections.map(drawSection),
    el("p", { class: "whose" }, tables.words.notAScore),
    own ? drawRadar(tables, look) : null,
  ];
}

function makeSections(tables, look) {
  if (tables.kind === "self") return makePage(tables, look);
  return tables.kind === "first look" ? makeStartPage(tables, look) : makeTheirPage(tables, look);
}

function drawSection(section) {
  return el("section", {},
    el("h3", {}, section.title, section.note ? [" ", el("small", {}, section.note)] : null),
    ...section.blocks.map(drawBlock));
}

function drawBlock(block) {
  if (block.rows) {
    return el("ul", { class: "rows" }, ...block.rows.map(([key, name, said]) => el("li", {},
      el("span", { class: "key" }, key), el("span", { class: "name" }, name), el("span", { class: "said" }, said))));
  }
  if (block.bullets) return el("ul", {}, ...block.bullets.map((each) => el("li", {}, each)));
  if (block.label) return el("p", {}, el("strong", {}, `${block.label} `), block.text);
  return el("p", block.strong ? { class: "strong" } : {}, block.text);
}
