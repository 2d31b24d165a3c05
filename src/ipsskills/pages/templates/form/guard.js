// Keeps what nobody meant from becoming an answer: a held key, a double click, a key too soon.

const READ_FIRST = 80; // thousandths of a second after a question was drawn
const SECOND_CLICK = 400;
const HELD_GAP = 150;
const HELD_TWICE = 2;

export function makeGuard() {
  let drawn = -Infinity;
  let lastKey = "";
  let lastAt = -Infinity;
  let run = 0;

  function isHeld(key, at) {
    const gap = at - lastAt;
    run = key === lastKey ? run + 1 : 1;
    lastKey = key;
    lastAt = at;
    return run > HELD_TWICE && gap < HELD_GAP;
  }

  return {
    noteDrawn(at) { drawn = at; },
    passesKey(key, at, repeated) {
      const held = isHeld(key, at);
      return !held && !repeated && at - drawn >= READ_FIRST;
    },
    // The second half of a double click or tap falls on the next question's answer in its place.
    // A browser counts clicks (0: pressed by a key), and taps too eagerly where many come quickly.
    passesClick(event, at) {
      if (event.detail > 1 && event.pointerType !== "touch") return false;
      return at - drawn >= (event.detail === 0 ? READ_FIRST : SECOND_CLICK);
    },
  };
}
