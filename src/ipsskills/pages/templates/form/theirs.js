// The page after a supervisor's view: the lists of a report by what they answered, then what they
// have yet to see. One of statements has every answer by name.

import { answerTo } from "./look.js";
import { groupAnswers, sayMarked, sayNotes } from "./plain.js";
import { block, first, readLines, saySafety, sayService, sayWell, withoutNote } from "./report.js";

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
    ...groupAnswers(tables, look, words.toSeeTitle, words.toSeeNote, (question) => isToSee(tables, look, question)),
    ...block("Agreed outside this job", "", within("outside")),
    ...sayMarked(tables, look),
    ...sayNotes(tables, look),
  ];
}

function isToSee(tables, look, question) {
  const answer = answerTo(look, question.item);
  return answer.code !== "x" && answer.code !== "n" && !tables.seenBases.includes(answer.basis);
}
