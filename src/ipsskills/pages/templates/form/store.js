// Keeps a look in the browser: a help, never the promise. All local pages of a browser share one
// store, so the keys have the form's id and the person; what is read is never trusted.

// Return what the keys of a form begin with.
export const startOf = (form) => `ipsskills form ${form} `;

// `lasting` is the second place, in which an answer is on the disk at once; the later one counts.
export function makeStore(form, lasting) {
  const nameKey = (person) => `${startOf(form)}${person}`;

  function attempt(action, otherwise) {
    try {
      return action(window.localStorage);
    } catch {
      return otherwise; // blocked, full, or not there: the page goes on without
    }
  }

  return {
    keep(person, look) {
      const text = JSON.stringify({ ...look, at: Date.now() });
      lasting.put(nameKey(person), text);
      return attempt((kept) => {
        kept.setItem(nameKey(person), text);
        return kept.getItem(nameKey(person)) !== null;
      }, false);
    },
    read(person) {
      const usual = readText(attempt((kept) => kept.getItem(nameKey(person)), null));
      const second = readText(lasting.known.get(nameKey(person)));
      return second && (!usual || second.at > usual.at) ? second : usual;
    },
    // Return, once it is known, whether the look is out of the browser.
    async clear(person) {
      const gone = attempt((kept) => {
        kept.removeItem(nameKey(person));
        return kept.getItem(nameKey(person)) === null;
      }, true);
      const wasThere = lasting.known.has(nameKey(person));
      return (await lasting.remove(nameKey(person)) || !wasThere) && gone;
    },
    // What another window cleared is known here no more.
    noteElsewhere(event) {
      if (event.key !== null && event.newValue === null) lasting.known.delete(event.key);
    },
    isOf: (person, key) => key === nameKey(person),
    holdsOthers(person) {
      const usual = attempt((kept) => Array.from({ length: kept.length }, (_, at) => kept.key(at)), []);
      const ours = [...usual, ...lasting.known.keys()].filter((key) => key.startsWith(startOf(form)));
      return ours.some((key) => key !== nameKey(person));
    },
  };
}

function readText(text) {
  try {
    return JSON.parse(text || "null");
  } catch {
    return null;
  }
}
