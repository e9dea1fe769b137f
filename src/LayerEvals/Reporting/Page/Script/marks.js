// A text with ranges marked in it: what a check points at, and what differs from the other side.
import { element } from "./dom.js";

/** Where a check's evidence stands in the text; parts of it name their places. */
export function evidenceIn(text, checks) {
  const found = [];
  for (const check of checks) {
    if (check.outcome !== "Failed") continue;
    const spans = (check.parts ?? []).filter((p) => p.outcome === "Failed" && p.span).map((p) => [p.span[0], p.span[0] + p.span[1]]).filter(([start, end]) => start >= 0 && end <= text.length);
    const quoted = spans.length === 0 && check.evidence ? [place(text, check.evidence)] : [];
    found.push(...spans, ...quoted.filter((range) => range !== null));
  }
  return found;
}

// Evidence has its line breaks as escapes, and an ellipsis where it was cut.
function place(text, evidence) {
  const words = evidence.replace(/…$/, "").replaceAll("\\n", "\n").replaceAll("\\t", "\t");
  const start = words === "" ? -1 : text.indexOf(words);
  if (start < 0) return null;
  // A quotation of the whole answer, or of its start for the whole, points at nothing.
  const isWhole = words.length > 0.9 * text.length || (evidence.endsWith("…") && text.slice(0, start).trim() === "");
  return isWhole ? null : [start, start + words.length];
}

/** Nodes of the text up to `end`, each range in an element of its layer's name; ranges of two layers may cross. */
export function marked(text, layers, end = text.length) {
  const cuts = new Set([0, end]);
  for (const { ranges } of layers) for (const range of ranges) for (const at of range) if (at > 0 && at < end && !isInPair(text, at)) cuts.add(at);
  const ordered = [...cuts].sort((one, other) => one - other);
  const cursors = layers.map(({ ranges }) => ({ ranges: [...ranges].sort((one, other) => one[0] - other[0]), next: 0 }));
  return ordered.slice(0, -1).map((start, i) => {
    let node = document.createTextNode("");
    const made = element("span", {}, text.slice(start, ordered[i + 1]));
    node = made.firstChild ?? node;
    layers.forEach(({ name }, l) => { if (covers(cursors[l], start)) node = element(name, {}, node); });
    return node;
  });
}

// A place of a check may lie between the two halves of a letter; half a letter is none.
function isInPair(text, at) {
  return text.codePointAt(at - 1) > 0xffff;
}

// Places only grow: each range is passed once.
function covers(cursor, at) {
  while (cursor.next < cursor.ranges.length && cursor.ranges[cursor.next][1] <= at) cursor.next++;
  return cursor.ranges.slice(cursor.next, cursor.next + 8).some(([start, end]) => start <= at && at < end);
}
