// What the checks said of both answers, failed ones first, each failed part with its claim and the source beside it.
import { count, element } from "./dom.js";
import { marked } from "./marks.js";

const order = ["Failed", "Errored", "Unscored", "Passed", "NotApplicable"];
const words = { Failed: "✕ failed", Errored: "! errored", Unscored: "? unscored", Passed: "✓ passed", NotApplicable: "– silent" };

/** The checks that failed or could not speak on a side. */
export function failedChecks(cases, names, answers) {
  const failed = rowsOf(answers).filter((row) => rank(row) < 3);
  if (failed.length === 0) return null;
  return element("ul", { class: "checks failing", "aria-label": "Checks that failed" }, failed.map((row) => line(cases, names, answers, row)));
}

/** The others, folded. */
export function otherChecks(cases, names, answers) {
  const others = rowsOf(answers).filter((row) => rank(row) >= 3);
  if (others.length === 0) return null;
  return element("details", {},
    element("summary", {}, `${count(others.length, "check")} passed or had nothing to say`),
    element("ul", { class: "checks" }, others.map((row) => line(cases, names, answers, row))));
}

function rowsOf(answers) {
  const rows = new Map();
  answers.forEach((answer, side) => {
    for (const found of answer?.checks ?? []) {
      if (!rows.has(found.check)) rows.set(found.check, { check: found.check, sides: [null, null] });
      rows.get(found.check).sides[side] = found;
    }
  });
  return [...rows.values()].sort((one, other) => rank(one) - rank(other));
}

// The candidate's failures lead: they are what a reader came for.
function rank(row) {
  const [before, now] = row.sides.map((found) => (found ? order.indexOf(found.outcome) : order.length));
  return now === 0 ? (before === 0 ? 0.5 : 0) : before === 0 ? 1 : Math.min(before, now) + 1;
}

function line(cases, names, answers, row) {
  const check = cases.checks[row.check];
  return element("li", {},
    element("b", {}, check.id), ` (${cases.title(check.layer)})`,
    row.sides.map((found, side) => found && element("div", {},
      element("span", { class: `outcome ${kind(found.outcome)}` }, words[found.outcome]),
      element("span", {}, `${names[side]}${found.reason ? `: ${found.reason}` : ""}`),
      partsOf(found, answers[side]))));
}

function kind(outcome) {
  return outcome === "Failed" ? "failed" : outcome === "Passed" ? "passed" : "other";
}

function partsOf(found, answer) {
  const failed = (found.parts ?? []).filter((part) => part.outcome === "Failed");
  if (failed.length === 0) return null;
  return element("ul", { class: "parts" }, failed.map((part) => element("li", {}, `${part.name}: ${part.reason ?? "failed"}`, claimOf(part, answer.text))));
}

/** The claim with what failed in it marked, and beside it what the source says. */
function claimOf(part, text) {
  const span = part.claim ?? part.span;
  const claim = span && element("blockquote", { dir: "auto" }, element("small", {}, "The answer says"), ...claimed(part, text, span));
  const source = part.sourceText !== undefined && element("blockquote", { dir: "auto" }, element("small", {}, part.source ? `${part.source} says` : "The source says"), part.sourceText);
  return claim || source ? element("div", { class: "claim" }, claim, source) : null;
}

function claimed(part, text, [start, length]) {
  const ranges = part.span ? [[part.span[0] - start, part.span[0] - start + part.span[1]]] : [];
  return marked(text.slice(start, start + length), [{ name: "mark", ranges }]);
}
