// Closes what is sent with age: for the key of who made the form, or with words both know.

const WORK = 17; // about a second here; opening asks as much of the reader

export async function seal(text, key, words) {
  const closing = new globalThis.age.Encrypter();
  if (key) {
    closing.addRecipient(key);
  } else {
    closing.setScryptWorkFactor(WORK);
    closing.setPassphrase(words.normalize("NFC"));
  }
  return globalThis.age.armor.encode(await closing.encrypt(text));
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
