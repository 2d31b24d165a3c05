// Days and lists as sentences have them.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function sayDay(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

export function daysBetween(before, after) {
  return Math.round((Date.parse(after) - Date.parse(before)) / 86400000);
}

export function joinWords(names) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

export function joinNames(names) {
  const parted = names.some((name) => name.includes(" and ") || name.includes(","));
  return parted ? names.join("; ") : joinWords(names);
}

export function upperFirst(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function many(count, one, more) {
  return `${count} ${count === 1 ? one : more}`;
}

export function fold(name) {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
