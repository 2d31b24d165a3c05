// What a form takes of the age library: closing and armour. Where a page has no WebCrypto, which is
// so on an intranet page without a certificate, the library's own arithmetic is used.

import { Encrypter, armor } from "age-encryption";
import { forceWebCryptoOff } from "./node_modules/age-encryption/dist/x25519.js";

if (!globalThis.crypto || !globalThis.crypto.subtle) forceWebCryptoOff(true);
globalThis.age = { Encrypter, armor };
