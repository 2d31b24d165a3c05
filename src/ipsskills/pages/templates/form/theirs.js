// The page after a supervisor's view: the lists of a report by what they answered, then what they
// have yet to see.

import { answerTo, noteOn } from "./look.js";
import { block, first, name, readLines, sayMoved, saySafety, sayService, sayWell, withoutNote } from "./report.js";
import { joinNames, upperFirst } from "./words.js";

export function makeTheirPage(tables, look) {
  const read = readLines(tables, look);
  const lines = read.lines.map(withoutNote); // notes have a place of their own: none is left out
  const within = (list) => read.within(list).map(withoutNote);
  const words = tables.words;
  return [
    ...sayWell(tables, within("strengths"), lines),
    ...saySafety(words, within("safety"), lines),
    ...first(tables, words.effortTitle, "", within("effort")),
    ...block(words.chancesTitle, "", within("chances")),
    ...sayService(words, lines),
    ...sayMoved(tables, look),
    ...sayToSee(tables, look, lines),
    ...block("Agreed outside this job", "", within("outside")),
    ...sayMarked(tables, look),
    ...sayNotes(tables, look),
  ];
}

// The units of which nothing was seen, or too little, by what was said of them, if anything was.
function sayToSee(tables, look, lines) {
  const unseen = lines.filter((line) => line.given !== "x" && line.given !== "n" && (line.list === "not answered" || !hasSeen(tables, look, line.unit)));
  const blocks = [...new Set(unseen.map((line) => line.state))].map((state) => ({
    label: `${upperFirst(state)}:`, text: joinNames(unseen.filter((line) => line.state === state).map(name)),
  }));
  return blocks.length ? [{ title: tables.words.toSeeTitle, note: tables.words.toSeeNote, blocks }] : [];
}

function hasSeen(tables, look, unit) {
  const asked = tables.questions.filter((each) => each.unit === unit);
  return asked.some((each) => tables.seenBases.includes(answerTo(look, each.item).basis));
}

// What is marked, and what was noted, question by question.
function sayMarked(tables, look) {
  const marked = tables.questions.filter((each) => answerTo(look, each.item).bring);
  const named = marked.map((each) => nameQuestion(tables, each).join(" "));
  return marked.length ? [{ title: "Marked to bring to supervision", note: "", blocks: [{ text: joinNames(named) }] }] : [];
}

function sayNotes(tables, look) {
  const noted = tables.questions.map((each) => [each, noteOn(look, each.item)]).filter(([, note]) => note.shared);
  const rows = noted.map(([each, note]) => [...nameQuestion(tables, each), `"${note.text}"`]);
  return rows.length ? [{ title: "Shared notes", note: "", blocks: [{ rows }] }] : [];
}

const nameQuestion = (tables, question) => [question.number, tables.units.find((each) => each.id === question.unit).short];
