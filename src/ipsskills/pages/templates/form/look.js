// One look: its answers, marks and notes, and where it goes next. Pure: no page, no clock, no storage.

export const NOTHING = Object.freeze({
  code: null, reason: null, basis: null, behind: null, bring: false, show: false,
});

export function beginLook(tables, who, id, day) {
  return {
    form: tables.form, look: id, version: 0, kind: tables.kind, scale: tables.scale,
    framework: tables.framework, about: who.about, by: who.by, began: day, touched: day,
    finished: null, sent: null, answers: {}, notes: {}, uncopied: [], before: null,
  };
}

export function answerTo(look, item) {
  return look.answers[item] || NOTHING;
}

export function isNothing(answer) {
  return Object.keys(NOTHING).every((name) => answer[name] === NOTHING[name]);
}

export function noteOn(look, item) {
  return look.notes[item] || { text: "", shared: false };
}

export function isOpen(look, item) {
  return answerTo(look, item).code === null;
}

// Return the place of the next open question after a place, or the end.
export function nextOpen(look, questions, place) {
  const found = questions.findIndex((each, at) => at > place && isOpen(look, each.item));
  return found < 0 ? questions.length : found;
}

// Return the look with something else known of an item, and the day on which it was touched.
export function change(look, item, changed, day) {
  const answer = { ...answerTo(look, item), ...changed };
  return keep({ ...look, answers: { ...look.answers, [item]: answer } }, item, day);
}

export function writeNote(look, item, text, shared, day) {
  const note = { text, shared: shared && text !== "" };
  return keep({ ...look, notes: { ...look.notes, [item]: note } }, item, day);
}

function keep(look, item, day) {
  const uncopied = look.uncopied.includes(item) ? look.uncopied : [...look.uncopied, item];
  return { ...look, version: look.version + 1, touched: day, sent: null, uncopied };
}

export function isOld(look, day, daysBetween) {
  return look.sent !== null || daysBetween(look.touched, day) > 30;
}

export function countAnswered(look, questions) {
  return questions.filter((each) => !isOpen(look, each.item)).length;
}
