// The page after a first look, a supervisor's view, or one by statements: every answer by name.

import { answerTo, noteOn } from "./look.js";
import { joinNames, upperFirst } from "./words.js";

export function makePlainPage(tables, look) {
  const given = tables.questions.map((question) => tell(tables, look, question));
  const groups = [...new Set(given.map((each) => each.said))];
  const marked = given.filter((each) => each.bring);
  const noted = given.filter((each) => each.note);
  return [
    { title: "Your answers", note: "", blocks: groups.map((said) => ({
      label: `${upperFirst(said)}:`, text: joinNames(given.filter((each) => each.said === said).map((each) => each.name)) })) },
    ...(marked.length ? [{ title: "Marked to bring to supervision", note: "", blocks: [{ text: joinNames(marked.map((each) => each.name)) }] }] : []),
    ...(noted.length ? [{ title: "Shared notes", note: "", blocks: [{ rows: noted.map((each) => [each.number, each.short, `"${each.note}"`]) }] }] : []),
    ...sayWorry(tables),
  ];
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
