// The page after a first look: what was done before, safety, and where somebody starts from.

import { byPlaceBrought, first, name, readLines, saySafety, withoutNote } from "./report.js";
import { joinNames, upperFirst } from "./words.js";

export function makeStartPage(tables, look) {
  const { lines, within } = readLines(tables, look);
  const words = tables.words;
  return [
    ...first(tables, words.bringTitle, "", byPlaceBrought(lines.filter((line) => line.brings >= 0)).map(withoutNote)),
    ...saySafety(words, within("safety").map(withoutNote), lines),
    { title: words.startTitle, note: words.startNote, blocks: sayStart(tables, lines) },
  ];
}

// A note stands beside its answer once, among all of them.
const nameNoted = (line) => (line.note ? `${name(line)} (you wrote: "${line.note}")` : name(line));

// The units of each answer under its word, in the order in which answers are offered.
function sayStart(tables, lines) {
  const words = [...tables.questions[0].options.map((each) => each.said), tables.words.states.notAnswered];
  const said = words.map((word) => [word, lines.filter((line) => line.start === word)]).filter(([, alike]) => alike.length);
  const marked = lines.filter((line) => line.bring);
  return [
    ...said.map(([word, alike]) => ({ text: `${upperFirst(word)}: ${joinNames(alike.map(nameNoted))}` })),
    ...(marked.length ? [{ text: `Marked to bring to supervision: ${joinNames(marked.map(name))}` }] : []),
  ];
}
