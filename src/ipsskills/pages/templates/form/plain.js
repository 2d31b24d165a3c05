// Every answer by name: the page after a supervisor's view of statements, and parts of others.

import { answerTo, noteOn } from "./look.js";
import { joinNames, upperFirst } from "./words.js";

export function makePlainPage(tables, look) {
  return [
    ...groupAnswers(tables, look, "Your answers", "", () => true),
    ...sayMarked(tables, look), ...sayNotes(tables, look), ...sayWorry(tables),
  ];
}

// What was answered alike stands on one line.
export function groupAnswers(tables, look, title, note, wanted) {
  const given = tables.questions.filter(wanted).map((question) => tell(tables, look, question));
  const blocks = [...new Set(given.map((each) => each.said))].map((said) => ({
    label: `${upperFirst(said)}:`, text: joinNames(given.filter((each) => each.said === said).map((each) => each.name)),
  }));
  return blocks.length ? [{ title, note, blocks }] : [];
}

export function sayMarked(tables, look) {
  const marked = tables.questions.map((question) => tell(tables, look, question)).filter((each) => each.bring);
  return marked.length ? [{ title: "Marked to bring to supervision", note: "", blocks: [{ text: joinNames(marked.map((each) => each.name)) }] }] : [];
}

export function sayNotes(tables, look) {
  const noted = tables.questions.map((question) => tell(tables, look, question)).filter((each) => each.note);
  return noted.length ? [{ title: "Shared notes", note: "", blocks: [{ rows: noted.map((each) => [each.number, each.short, `"${each.note}"`]) }] }] : [];
}

function tell(tables, look, question) {
  const unit = tables.units.find((each) => each.id === question.unit);
  const answer = answerTo(look, question.item);
  const option = question.options.find((each) => each.code === answer.code);
  const basis = tables.choices.basis.find((each) => each.key === answer.basis);
  const said = option ? option.said : tables.words.states.notAnswered;
  const note = noteOn(look, question.item);
  return {
    said: basis && look.kind === "supervisor" ? `${said} (${basis.label.toLowerCase()})` : said,
    number: question.number, short: unit.short, name: `${question.number} ${unit.short}`,
    bring: answer.bring, note: note.shared ? note.text : "",
  };
}

function sayWorry(tables) {
  const asked = tables.questions.some((each) => each.askedAs === "safety");
  return asked ? [{ title: tables.words.safetyTitle, note: "", blocks: [{ text: tables.words.worry }] }] : [];
}
