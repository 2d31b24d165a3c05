// What leaves the page: the answers that are sent, and copies of one's own. And what comes back in.

import { answerTo, isNothing, noteOn } from "./look.js";
import { fold } from "./words.js";

const LONGEST_NOTE = 10000;

// Return what is sent: the answers, and of the notes those that are shared, or all of them.
export function makeSent(tables, look, now, everyNote = false) {
  const isTheirs = look.kind === "supervisor";
  const by = isTheirs ? { ...look.by, role: "team leader" } : { ...look.about, role: "employment specialist" };
  return {
    ipsskills: 1, what: "form", made: now.toISOString(), program: tables.program,
    by: by.id ? by : null, about: look.about.id ? look.about : null,
    form: makeFilled(tables, look, isTheirs, everyNote),
  };
}

function makeFilled(tables, look, isTheirs, everyNote) {
  return {
    form: look.form, look: look.look, version: Math.max(1, look.version), kind: look.kind,
    about_id: look.about.id || null, about_name: look.about.name,
    by_id: (isTheirs && look.by.id) || null, by_name: isTheirs ? look.by.name : null,
    given_on: look.finished, period_months: tables.periodMonths, scale: tables.scale,
    framework: tables.framework, framework_version: tables.frameworkVersion,
    scope: tables.questions.map((each) => each.item),
    answers: tables.questions.map((each) => makeGiven(look, each.item, everyNote)).filter((each) => each),
  };
}

function makeGiven(look, item, everyNote) {
  const answer = answerTo(look, item);
  const note = noteOn(look, item);
  const told = note.shared || everyNote ? tidyText(note.text) : "";
  return isNothing(answer) && !told ? null : { item, ...answer, note: told, shared: note.shared && told !== "" };
}

// Signs that nobody can see and no record keeps.
function tidyText(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu, "");
}

export function tidyName(name) {
  return name.replace(/\p{C}/gu, "").replace(/\s+/g, " ").trim().slice(0, 200);
}

// Return one's own copy as text: everything, private notes too, readable as it stands. One that is
// finished is a filled form as well, which ipsskills itself takes in.
export function makeCopy(tables, look, now) {
  const said = "Your own copy of a look at your practice. Any form opens it. It holds your private notes.";
  const kept = { ...look, uncopied: [] };
  const begun = { ipsskills: 1, what: "copy", made: now.toISOString(), program: tables.program };
  const held = look.finished ? makeSent(tables, look, now, true) : begun;
  return JSON.stringify({ "about this file": said, ...held, copy: kept }, null, 1);
}

// Return the look in the text of a copy, or null: nothing in it is trusted.
export function readCopy(tables, text) {
  try {
    const data = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
    return data.ipsskills === 1 && isObject(data.copy) ? readLook(tables, data.copy) : null;
  } catch {
    return null;
  }
}

// Return a look from data of any origin with nothing in it but what this form could have kept.
export function readLook(tables, data) {
  if (!isObject(data) || !isId(data.form) || !isId(data.look)) return null;
  if (![data.began, data.touched].every(isDay) || !isObject(data.answers)) return null;
  const sameAnswers = data.scale === tables.scale && data.kind === tables.kind;
  if (!sameAnswers || !isPerson(data.about)) return null;
  const version = Number.isSafeInteger(data.version) && data.version >= 0 ? data.version : 0;
  return {
    form: data.form, look: data.look, version: Math.min(version, 1000000), kind: data.kind,
    scale: data.scale, framework: String(data.framework), about: pick(data.about),
    by: isPerson(data.by) ? pick(data.by) : null, began: data.began, touched: data.touched,
    finished: isDay(data.finished) ? data.finished : null, sent: isDay(data.sent) ? data.sent : null,
    answers: readAnswers(tables, data.answers), notes: readNotes(tables, data.notes),
    uncopied: Array.isArray(data.uncopied) ? items(tables).filter((each) => data.uncopied.includes(each)) : [],
    before: readBefore(tables, data.before),
  };
}

export function isSamePerson(one, other) {
  return one.id && other.id ? one.id === other.id : fold(one.name) === fold(other.name);
}

function readBefore(tables, data) {
  if (!isObject(data) || !isDay(data.day) || !isObject(data.answers)) return null;
  return { day: data.day, answers: readAnswers(tables, data.answers) };
}

function readAnswers(tables, data) {
  const found = {};
  for (const question of tables.questions) {
    const given = data[question.item];
    if (isObject(given)) found[question.item] = readAnswer(tables, question, given);
  }
  return found;
}

function readAnswer(tables, question, given) {
  const code = question.options.some((each) => each.code === given.code) ? given.code : null;
  const known = (list, key) => (list.some((each) => each.key === key) ? key : null);
  const { reason, basis, behind } = tables.choices;
  return {
    code,
    reason: code === "x" ? known(reason, given.reason) || reason[0].key : null,
    basis: known(basis, given.basis), behind: known(behind, given.behind),
    bring: given.bring === true, show: given.show === true,
  };
}

function readNotes(tables, data) {
  const found = {};
  for (const item of items(tables)) {
    const note = isObject(data) ? data[item] : null;
    if (isObject(note) && typeof note.text === "string" && note.text) {
      found[item] = { text: note.text.slice(0, LONGEST_NOTE), shared: note.shared === true };
    }
  }
  return found;
}

const items = (tables) => tables.questions.map((each) => each.item);
const isObject = (data) => typeof data === "object" && data !== null && !Array.isArray(data);
const isId = (data) => typeof data === "string" && /^[\w-]{1,100}$/.test(data);
const isDay = (data) => typeof data === "string" && /^\d{4}-\d\d-\d\d$/.test(data) && !Number.isNaN(Date.parse(data));
const isPerson = (data) => isObject(data) && typeof data.name === "string" && data.name.trim() !== "";
const pick = (person) => ({ id: typeof person.id === "string" ? person.id.slice(0, 100) : "", name: person.name.slice(0, 200) });
