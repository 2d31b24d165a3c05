// The page at the end. It looks up what each answer comes to in the tables, sorts by the place that
// stands there, and lays the lines out. There is no rule about answers in here.

import { given } from "./given.js";
import { joinNames, joinWords, sayDay, upperFirst } from "./words.js";

// Return what a page is made of: the lines, and those within a list in its order.
export function readLines(tables, look) {
  const lines = tables.units.map((unit) => lookUp(tables, look, unit)).filter((line) => line);
  const within = (list) => lines.filter((line) => line.list === list).sort(byPlace);
  return { lines, within };
}

// Return the page's sections: {title, note, blocks}, each block {rows}, {text, label} or {bullets}.
export function makePage(tables, look) {
  const { lines, within } = readLines(tables, look);
  const words = tables.words;
  return [
    ...sayWell(tables, within("strengths"), lines),
    ...saySafety(words, within("safety"), lines),
    ...first(tables, words.effortTitle, "", within("effort")),
    ...first(tables, words.chancesTitle, words.chancesNote, within("chances")),
    ...sayService(words, lines),
    ...sayMoved(tables, look),
    ...sayNotAnswered(words, within("not answered")),
    ...block("Agreed outside this job", "", within("outside")),
  ];
}

function lookUp(tables, look, unit) {
  const table = tables.byUnit[unit.id];
  if (!table) return null;
  const told = given(tables, look, unit);
  const at = tables.cases.indexOf(told.key);
  const fill = (text) => Object.entries(told.counts).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
  const cell = fillIn(tables.lines[table.line[at]], fill);
  const said = cell.byReason ? joinWords(told.reasons.map((reason) => cell.byReason[reason])) : cell.said;
  return {
    ...cell, said, unit: unit.id, short: unit.short, given: told.value,
    place: table.place[at], brings: table.brings[at], bringsSaid: cell.brings,
    note: told.note, below: told.below, low: told.low, bring: told.bring,
  };
}

// Return a cell of the tables with the counts and words that only the answers have.
function fillIn(cell, fill) {
  if (typeof cell === "string") return fill(cell);
  if (Array.isArray(cell)) return cell.map((each) => fillIn(each, fill));
  if (cell === null || typeof cell !== "object") return cell;
  return Object.fromEntries(Object.entries(cell).map(([name, each]) => [name, fillIn(each, fill)]));
}

const byPlace = (one, other) => one.place - other.place;
const toService = (line) => ({ ...line, said: line.service, note: "", below: [] });
export const byPlaceBrought = (lines) => lines.map(toBrings).sort(byPlace);
const toBrings = (line) => ({ ...line, said: line.bringsSaid, place: line.brings, code: null });

export function sayWell(tables, strengths, lines) {
  const well = (found) => found.filter((line) => !line.low.length);
  if (strengths.length) return first(tables, "Going well", "", well(strengths));
  const tiers = tables.bringsFrom.map((code) => lines.filter((line) => line.given === code && line.brings >= 0));
  return first(tables, tables.words.bringTitle, "", well(byPlaceBrought(tiers.find((tier) => tier.length) || [])));
}

export function sayService(words, lines) {
  return block(words.serviceTitle, words.serviceNote, lines.filter((line) => line.service).map(toService));
}

export function saySafety(words, lines, every) {
  const low = every.flatMap((line) => line.low.map((each, at) => ({ line, each, last: at === line.low.length - 1 })));
  if (!lines.length && !low.length) return [];
  const asking = [...lines.filter((line) => line.today).map((line) => line.unit), ...low.map((each) => each.line.unit)];
  const several = asking.length > 1;
  const rows = [
    ...toRows(lines.map((line) => ({ ...line, said: several ? line.beside : line.alone }))),
    ...low.map((each) => sayLow(words, each, several)),
  ];
  const units = joinWords([...new Set(asking)]);
  const once = several ? [{ text: words.todayOf.replace("{units}", units) }] : [];
  const worry = lines.length ? [{ text: words.worry }] : [];
  return [{ title: words.safetyTitle, note: "", blocks: [...once, { rows }, ...worry] }];
}

// A statement of another unit that asks for a talk today; under the last of a unit that would be
// going well but for them stands what is said of the whole.
function sayLow(words, { line, each, last }, several) {
  const said = several ? `${each}.` : `${each}: ${words.todayShort}.`;
  const whole = last && line.list === "strengths" ? `\nThe unit as a whole: ${sayLine(line)}` : "";
  return [line.unit, line.short, said + whole];
}

// A list with its first few told in full and the rest named, but for those with more to say.
export function first(tables, title, note, lines) {
  const rest = lines.slice(tables.named);
  const named = rest.filter((line) => !line.below.length);
  const told = block(title, note, [...lines.slice(0, tables.named), ...rest.filter((line) => line.below.length)]);
  if (named.some((line) => line.code)) told[0].blocks.push(...group(named));
  else told.forEach((section) => section.blocks.push(...sayAlso(named)));
  return told;
}

// What rests on a first look says so again.
function sayAlso(named) {
  if (!named.length) return [];
  const before = named[0].start ? ` ${named[0].said}` : "";
  return [{ text: `also${before}: ${joinNames(named.map(name))}` }];
}

export function block(title, note, lines) {
  return lines.length ? [{ title, note, blocks: [{ rows: toRows(lines) }] }] : [];
}

// The units of each answer under the word of most of them, the lowest answer first.
function group(lines) {
  const codes = [...new Set(lines.map((line) => line.code))].filter((code) => code).sort();
  return codes.map((code) => {
    const alike = lines.filter((line) => line.code === code);
    const count = (word) => alike.filter((line) => line.word === word).length;
    const head = alike.reduce((most, line) => (count(line.word) > count(most) ? line.word : most), alike[0].word);
    return { label: `also at "${head}":`, text: joinNames(alike.map((line) => nameApart(line, head))) };
  });
}

function nameApart(line, head) {
  const parts = line.parts[0] === head ? line.parts.slice(1) : line.parts;
  return parts.length ? `${name(line)} (${parts.join("; ")})` : name(line);
}

export function sayMoved(tables, look) {
  if (!look.before) return [];
  const moved = tables.units.map((unit) => toMove(tables, look, unit)).filter((line) => line);
  const blocks = [];
  for (const direction of new Set(moved.map((line) => line.direction))) {
    const alike = moved.filter((line) => line.direction === direction);
    const bullets = [...new Set(alike.map((line) => line.said))].map((said) => {
      return `${said}: ${joinNames(alike.filter((line) => line.said === said).map(name))}`;
    });
    blocks.push({ text: `${upperFirst(direction)}:`, strong: true }, { bullets });
  }
  return blocks.length ? [{ title: "What changed", note: "", blocks }] : [];
}

function toMove(tables, look, unit) {
  const then = given(tables, { ...look, answers: look.before.answers, notes: {} }, unit).value;
  const move = (tables.moves[unit.askedAs] || {})[`${then}${given(tables, look, unit).value}`];
  if (!move) return null;
  const direction = move.direction.replace("{day}", sayDay(look.before.day));
  return { unit: unit.id, short: unit.short, said: move.said, direction };
}

// The units left blank by name, then those answered in part, with what is to go.
function sayNotAnswered(words, lines) {
  if (!lines.length) return [];
  const blank = words.states.notAnswered;
  const others = [...new Set(lines.map((line) => line.said))].filter((said) => said !== blank).sort();
  const blocks = [blank, ...others].map((said) => {
    const named = joinNames(lines.filter((line) => line.said === said).map(name));
    return said === blank ? { text: named } : { text: `${upperFirst(said)}: ${named}` };
  });
  return [{ title: "Not answered", note: "nothing is assumed", blocks: blocks.filter((each) => each.text) }];
}

export const withoutNote = (line) => ({ ...line, note: "" });
export const name = (line) => `${line.unit} ${line.short}`;

function toRows(lines) {
  return lines.map((line) => [line.unit, line.short, sayLine(line)]);
}

// What is said of a unit, with the note, then a line for each statement below the top answer.
function sayLine(line) {
  const stop = /[.!?…]$/.test(line.said) ? "" : ".";
  const said = line.note ? `${line.said}${stop} You wrote: "${line.note}"` : line.said;
  return [said, ...line.below.map((each) => `- ${each}`)].join("\n");
}
