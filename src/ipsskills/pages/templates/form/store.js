// Keeps a look in the browser: a help, never the promise. All local pages of a browser share one
// store, so the keys have the form's id and the person; what is read is never trusted.

const START = "ipsskills form";

export function makeStore(form) {
  const nameKey = (person) => `${START} ${form} ${person}`;

  function attempt(action, otherwise) {
    try {
      return action(window.localStorage);
    } catch {
      return otherwise; // blocked, full, or not there: the page goes on without
    }
  }

  return {
    keep(person, look) {
      return attempt((kept) => {
        kept.setItem(nameKey(person), JSON.stringify(look));
        return kept.getItem(nameKey(person)) !== null;
      }, false);
    },
    read(person) {
      return attempt((kept) => JSON.parse(kept.getItem(nameKey(person)) || "null"), null);
    },
    clear(person) {
      return attempt((kept) => {
        kept.removeItem(nameKey(person));
        return kept.getItem(nameKey(person)) === null;
      }, true);
    },
    isOf: (person, key) => key === nameKey(person),
    holdsOthers(person) {
      return attempt((kept) => {
        const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at));
        const ours = keys.filter((key) => key.startsWith(`${START} ${form} `));
        return ours.some((key) => key !== nameKey(person));
      }, false);
    },
  };
}
