// The second place in the browser. A browser writes what it keeps to the disk when it likes, and is
// minutes behind where much is answered: what it had not written is gone if it is killed. What is
// put here is on the disk at once; it takes a moment to read, so that it is read once, at the start.

const PLACE = "ipsskills form";
const LOOKS = "looks";
const LONGEST_WAIT = 3000; // thousandths of a second: a browser that never answers stops nothing

// `start` is what the keys of this form begin with: nothing else is read.
export async function openLasting(start) {
  const known = new Map();
  const reading = readAll(known, start).catch(() => null); // blocked, full, or not there
  await Promise.race([reading, new Promise((done) => setTimeout(done, LONGEST_WAIT))]);
  return {
    known,
    put(key, text) {
      known.set(key, text);
      write((looks) => looks.put(text, key)).catch(() => null);
    },
    // Return, once it is known, whether nothing is kept under this key any more.
    remove(key) {
      known.delete(key);
      return write((looks) => looks.delete(key)).then(() => true, () => false);
    },
  };
}

async function readAll(known, start) {
  const open = await openPlace();
  const ours = window.IDBKeyRange.bound(start, `${start}\uffff`);
  const reading = open.transaction(LOOKS).objectStore(LOOKS).openCursor(ours);
  return new Promise((done, fail) => {
    reading.onerror = () => fail(reading.error);
    reading.onsuccess = () => {
      const found = reading.result;
      if (!found) {
        open.close();
        return done(known);
      }
      known.set(String(found.key), String(found.value));
      return found.continue();
    };
  });
}

async function write(action) {
  const open = await openPlace();
  return new Promise((done, fail) => {
    const writing = open.transaction(LOOKS, "readwrite", { durability: "strict" });
    writing.oncomplete = () => done(open.close());
    writing.onabort = () => fail(open.close());
    action(writing.objectStore(LOOKS));
    if (writing.commit) writing.commit();
  });
}

async function openPlace() {
  const opening = window.indexedDB.open(PLACE, 1);
  return new Promise((done, fail) => {
    opening.onupgradeneeded = () => opening.result.createObjectStore(LOOKS);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
}
