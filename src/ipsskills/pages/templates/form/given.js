// What was given to a unit, as the whole or statement by statement, and the key that the tables have.

import { answerTo, isNothing, noteOn } from "./look.js";
import { findState } from "./states.js";
import { joinWords, sayDay } from "./words.js";

export function given(tables, look, unit) {
  const asked = tables.questions.filter((each) => each.unit === unit.id);
  const answers = asked.map((each) => answerTo(look, each.item));
  const kept = asked.filter((each, at) => !tables.states || !isNothing(answers[at]));
  const notes = kept.map((each) => noteOn(look, each.item)).filter((note) => note.shared);
  const whole = tables.states ? tellStatements(tables, asked, answers) : tellWhole(answers[0]);
  const behind = answers.map((each) => each.behind);
  const service = tables.choices.behind.filter((each) => each.key !== "learn" && behind.includes(each.key));
  const counts = {
    ...whole.counts, service: joinWords(service.map((each) => each.label.toLowerCase())),
    bases: sayBases(tables, look, answers), day: sayDay(look.finished || look.touched),
  };
  return {
    ...whole, counts, key: keyOf(whole.letter, answers, tables.states ? (service.length ? "time" : "") : (service[0] || { key: "" }).key),
    reasons: [...new Set(answers.map((each) => each.reason).filter((each) => each))],
    note: notes.map((each) => each.text).join(" / "), bring: answers.some((each) => each.bring),
  };
}

// What a supervisor's answers rest on, as it stands behind them: " (observed)".
function sayBases(tables, look, answers) {
  if (look.kind !== "supervisor") return "";
  const named = tables.choices.basis.filter((each) => answers.some((answer) => answer.basis === each.key));
  return named.length ? ` (${joinWords(named.map((each) => each.label.toLowerCase()))})` : "";
}

function keyOf(letter, answers, behind) {
  const marked = (mark, sign) => (answers.some((each) => each[mark]) ? sign : "");
  return `${letter}${marked("bring", "!")}${marked("show", "*")}${behind}`;
}

function tellWhole(answer) {
  return { letter: answer.code || "", value: answer.code, counts: {}, below: [], low: [] };
}

function tellStatements(tables, asked, answers) {
  const codes = answers.map((each) => each.code);
  const many = (code) => codes.filter((each) => each === code).length;
  const rated = codes.filter((code) => code in tables.belowRank || code === "3").length;
  const counted = codes.length - many("x");
  const letter = findState(tables, codes);
  const said = (at) => asked[at].options.find((each) => each.code === codes[at]).said;
  const under = asked.map((_, at) => at).filter((at) => codes[at] in tables.belowRank)
    .sort((one, other) => tables.belowRank[codes[one]] - tables.belowRank[codes[other]]);
  const low = asked.map((_, at) => at).filter((at) => asked[at].low && (codes[at] === "0" || codes[at] === "1"));
  return {
    letter, value: tables.states.values[letter], counts: { rated, applicable: counted - many("u"), counted, to_go: many(null) },
    below: under.map((at) => `${said(at)}: ${asked[at].short}`),
    low: low.map((at) => `${asked[at].low} (${said(at)})`),
  };
}
