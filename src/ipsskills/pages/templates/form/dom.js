// Makes elements. Words go in as text and never as HTML, so that nothing anybody writes is obeyed.

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export function button(words, press, attributes = {}) {
  return el("button", { type: "button", click: press, ...attributes }, words);
}

export function say(words) {
  // Emptied first, so that the same words are read out a second time.
  const said = document.getElementById("said");
  said.textContent = "";
  setTimeout(() => { said.textContent = words; }, 30);
}
