// Looks through notes for what could tell who a client is, by the shapes in the tables.

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

export function findDetails(tables, text) {
  const found = [];
  for (const shape of tables.shapes) {
    for (const match of text.matchAll(new RegExp(shape.pattern, "gi"))) {
      if (!shape.check_digit || hasRightCheckDigit(match[0])) found.push({ label: shape.label, text: match[0].trim() });
    }
  }
  return found;
}

function hasRightCheckDigit(text) {
  const digits = text.replace(/\D/g, "");
  if (digits.length !== 10 || new Set(digits).size === 1) return false;
  const weighed = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
  return (11 - (weighed % 11)) % 11 === Number(digits[9]);
}
