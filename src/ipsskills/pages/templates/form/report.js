// The person's own page. It looks up what each answer comes to in the tables, sorts by the place
// that stands there, and lays the lines out. There is no rule about answers in here.

import { answerTo, noteOn } from "./look.js";
import { joinNames, joinWords, sayDay, upperFirst } from "./words.js";

// Return the page's sections: {title, note, blocks}, each block {rows}, {text, label} or {bullets}.
export function makePage(tables, look) {
  const lines = tables.units.map((unit) => lookUp(tables, look, unit)).filter((line) => line);
  const words = tables.words;
  const within = (list) => lines.filter((line) => line.list === list).sort(byPlace);
  return [
    ...sayWell(tables, within("strengths"), lines),
    ...saySafety(words, within("safety")),
    ...first(tables, words.effortTitle, "", within("effort")),
    ...first(tables, words.chancesTitle, words.chancesNote, within("chances")),
    ...block(words.serviceTitle, words.serviceNote, lines.filter((line) => line.service).map(toService)),
    ...sayMoved(tables, look),
    ...sayNotAnswered(words, within("not answered")),
    ...block("Agreed outside this job", "", within("outside")),
  ];
}

export function keyOf(answer) {
  const behind = answer.behind && answer.behind !== "learn" ? answer.behind : "";
  return `${answer.code || ""}${answer.bring ? "!" : ""}${answer.show ? "*" : ""}${behind}`;
}

function lookUp(tables, look, unit) {
  const table = tables.byUnit[unit.id];
  if (!table) return null;
  const answer = answerTo(look, unit.id);
  const at = tables.cases.indexOf(keyOf(answer));
  const cell = tables.lines[table.line[at]];
  const note = noteOn(look, unit.id);
  const said = cell.byReason ? cell.byReason[answer.reason] : cell.said;
  return {
    ...cell, said, unit: unit.id, short: unit.short, given: answer.code,
    place: table.place[at], brings: table.brings[at], bringsSaid: cell.brings,
    note: note.shared ? note.text : "",
  };
}

const byPlace = (one, other) => one.place - other.place;
const toService = (line) => ({ ...line, said: line.service, note: "" });
const toBrings = (line) => ({ ...line, said: line.bringsSaid, place: line.brings, code: null });

function sayWell(tables, strengths, lines) {
  if (strengths.length) return first(tables, "Going well", "", strengths);
  const tiers = tables.bringsFrom.map((code) => lines.filter((line) => line.given === code && line.brings >= 0));
  const brought = (tiers.find((tier) => tier.length) || []).map(toBrings).sort(byPlace);
  return first(tables, "What you bring", "", brought);
}

function saySafety(words, lines) {
  if (!lines.length) return [];
  const asking = lines.filter((line) => line.today);
  const several = asking.length > 1;
  const rows = lines.map((line) => ({ ...line, said: several ? line.beside : line.alone }));
  const units = joinWords(asking.map((line) => line.unit));
  const once = several ? [{ text: words.todayOf.replace("{units}", units) }] : [];
  return [{ title: words.safetyTitle, note: "", blocks: [...once, { rows: toRows(rows) }, { text: words.worry }] }];
}

// A list with its first few told in full and the rest named.
function first(tables, title, note, lines) {
  const rest = lines.slice(tables.named);
  const told = block(title, note, lines.slice(0, tables.named));
  if (rest.some((line) => line.code)) told[0].blocks.push(...group(rest));
  else if (rest.length) told[0].blocks.push({ text: `also: ${joinNames(rest.map(name))}` });
  return told;
}

function block(title, note, lines) {
  return lines.length ? [{ title, note, blocks: [{ rows: toRows(lines) }] }] : [];
}

// The units of each answer under its word, the lowest answer first.
function group(lines) {
  const codes = [...new Set(lines.map((line) => line.code))].filter((code) => code).sort();
  return codes.map((code) => {
    const alike = lines.filter((line) => line.code === code);
    const head = alike[0].word;
    return { label: `also at "${head}":`, text: joinNames(alike.map((line) => nameApart(line, head))) };
  });
}

function nameApart(line, head) {
  const parts = line.parts[0] === head ? line.parts.slice(1) : line.parts;
  return parts.length ? `${name(line)} (${parts.join("; ")})` : name(line);
}

function sayMoved(tables, look) {
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
  const then = (look.before.answers[unit.id] || {}).code;
  const move = (tables.moves[unit.askedAs] || {})[`${then}${answerTo(look, unit.id).code}`];
  if (!move) return null;
  const direction = move.direction.replace("{day}", sayDay(look.before.day));
  return { unit: unit.id, short: unit.short, said: move.said, direction };
}

function sayNotAnswered(words, lines) {
  if (!lines.length) return [];
  return [{ title: "Not answered", note: "nothing is assumed", blocks: [{ text: joinNames(lines.map(name)) }] }];
}

const name = (line) => `${line.unit} ${line.short}`;

function toRows(lines) {
  return lines.map((line) => [line.unit, line.short, sayWithNote(line)]);
}

function sayWithNote(line) {
  if (!line.note) return line.said;
  const stop = /[.!?…]$/.test(line.said) ? "" : ".";
  return `${line.said}${stop} You wrote: "${line.note}"`;
}
