// The state of a unit whose statements were answered, looked up by how many have each answer.

// Return the letter of a unit's state from the answers to its statements (null: open).
export function findState(tables, codes) {
  const { others } = tables.states;
  const count = (code) => codes.filter((each) => each === code).length;
  const rated = ["0", "1", "2", "3"].map(count);
  const many = rated.reduce((sum, each) => sum + each, 0);
  const middles = placesOf(tables.states, "byRated", (most) => Array.from({ length: most + 1 }, (_, whole) => parts(whole, 4)).flat());
  const middle = tables.states.byRated.charCodeAt(middles.get(rated.join())) - 97;
  const states = placesOf(tables.states, String(codes.length), () => parts(codes.length, others.length + 2));
  const at = states.get([...others.map(count), count(null), many].join());
  return tables.states.byMany[codes.length][at * tables.states.middles + middle];
}

const known = new Map();

// Return the place of each way to part a number, in the order in which the tables have them.
function placesOf(states, name, list) {
  if (!known.has(name)) {
    const most = Math.max(...Object.keys(states.byMany).map(Number));
    known.set(name, new Map(list(most).map((each, at) => [each.join(), at])));
  }
  return known.get(name);
}

// Return every way to part a number into so many, the first part from 0 upwards.
function parts(whole, many) {
  if (many === 1) return [[whole]];
  return Array.from({ length: whole + 1 }, (_, one) => parts(whole - one, many - 1).map((rest) => [one, ...rest])).flat();
}
