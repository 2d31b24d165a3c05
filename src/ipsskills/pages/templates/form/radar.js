// Draws the radar: a spoke for each unit, a ring for each answer 0 to 3. What is on no ring has a
// letter at the hub and breaks the line; it is never 0. The same stands beside it in words.

import { el, svg } from "./dom.js";
import { given } from "./given.js";

const MIDDLE = 325;
const HUB = 84;
const FIRST = 112;
const STEP = 44;
const ARC = 262;
const LABELS = 290;
const GAP = 0.75; // the empty angle between two domains, as a part of that between two spokes

export function drawRadar(tables, look) {
  const spokes = place(tables, look);
  if (spokes.length < 3) return null;
  return el("section", { class: "radar" },
    el("h3", {}, "The same as a picture"),
    el("figure", {}, draw(spokes), el("figcaption", {}, "Each arc outside spans a domain. The outer ring is 3. n: no chance yet, x: outside this job, –: not answered; these are on no ring.")),
    el("details", { open: true }, el("summary", {}, "The picture in words"), ...sayInWords(spokes)));
}

function place(tables, look) {
  const spokes = tables.units.map((unit) => {
    const code = given(tables, look, unit).value;
    return { unit, code, said: unit.words[code] || tables.words.states.notAnswered };
  });
  const domains = [...new Set(spokes.map((spoke) => spoke.unit.domain))];
  const ordered = domains.flatMap((domain) => spokes.filter((spoke) => spoke.unit.domain === domain));
  const turn = (2 * Math.PI) / (spokes.length + GAP * domains.length);
  return ordered.map((spoke, at) => {
    const gaps = domains.indexOf(spoke.unit.domain);
    return { ...spoke, step: turn, angle: (at + (1 + GAP) / 2 + GAP * gaps) * turn };
  });
}

function draw(spokes) {
  const rings = [0, 1, 2, 3].map((code) => [
    svg("circle", { cx: MIDDLE, cy: MIDDLE, r: radius(code), class: "ring" }),
    svg("circle", { cx: MIDDLE, cy: MIDDLE - radius(code), r: 11, class: "ground" }), // no line runs into a number
    svg("text", { x: MIDDLE, y: MIDDLE - radius(code) + 5, class: "code" }, String(code)),
  ]);
  const size = 2 * MIDDLE;
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "A radar of your answers; the list under it says the same in words." },
    svg("circle", { cx: MIDDLE, cy: MIDDLE, r: HUB, class: "hub" }), ...spokes.map(drawSpoke), ...drawArcs(spokes), ...rings.map((ring) => ring[0]),
    ...drawLines(spokes), ...rings.flatMap((ring) => ring.slice(1)), ...spokes.map(drawMark));
}

const radius = (code) => FIRST + STEP * code;
const isRated = (spoke) => spoke.code !== null && "0123".includes(spoke.code);

function point(angle, distance) {
  return [MIDDLE + distance * Math.sin(angle), MIDDLE - distance * Math.cos(angle)].map((each) => Math.round(each * 10) / 10);
}

// An arc outside the rings spans the units of each domain.
function drawArcs(spokes) {
  const half = (spokes.length > 1 ? spokes[0].step : Math.PI) / 2;
  return [...new Set(spokes.map((spoke) => spoke.unit.domain))].map((domain) => {
    const angles = spokes.filter((spoke) => spoke.unit.domain === domain).map((spoke) => spoke.angle);
    const [x1, y1] = point(angles[0] - half, ARC);
    const [x2, y2] = point(angles[angles.length - 1] + half, ARC);
    const large = angles[angles.length - 1] - angles[0] + 2 * half > Math.PI ? 1 : 0;
    return svg("path", { d: `M ${x1} ${y1} A ${ARC} ${ARC} 0 ${large} 1 ${x2} ${y2}`, class: "arc" });
  });
}

function drawSpoke(spoke) {
  const [x1, y1] = point(spoke.angle, HUB);
  const [x2, y2] = point(spoke.angle, radius(3) + 8);
  const [x, y] = point(spoke.angle, LABELS);
  return svg("g", {}, svg("line", { x1, y1, x2, y2, class: "spoke" }),
    svg("text", { x, y: y + 5, class: "unit" }, spoke.unit.id));
}

function drawLines(spokes) {
  return spokes.map((spoke, at) => [spoke, spokes[(at + 1) % spokes.length]])
    .filter(([one, other]) => isRated(one) && isRated(other))
    .map(([one, other]) => {
      const [x1, y1] = point(one.angle, radius(Number(one.code)));
      const [x2, y2] = point(other.angle, radius(Number(other.code)));
      return svg("line", { x1, y1, x2, y2, class: "joined" });
    });
}

function drawMark(spoke) {
  if (isRated(spoke)) {
    const [cx, cy] = point(spoke.angle, radius(Number(spoke.code)));
    return svg("circle", { cx, cy, r: 6, class: "mark", "data-unit": spoke.unit.id });
  }
  const [x, y] = point(spoke.angle, HUB - 14);
  return svg("text", { x, y: y + 5, class: "sign", "data-unit": spoke.unit.id }, spoke.code || "–");
}

function sayInWords(spokes) {
  const domains = [...new Set(spokes.map((spoke) => spoke.unit.domain))];
  return [el("div", { class: "words" }, ...domains.map((domain) => el("p", {}, el("strong", {}, domain),
    ...spokes.filter((spoke) => spoke.unit.domain === domain).flatMap((spoke) => [el("br"), `${spoke.unit.id} ${spoke.unit.short}: ${spoke.said}`]))))];
}
