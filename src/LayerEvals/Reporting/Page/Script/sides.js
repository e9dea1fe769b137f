// The two answers beside each other, with what differs and what the failed checks point at.
import { differences } from "./diff.js";
import { element } from "./dom.js";
import { evidenceIn, marked } from "./marks.js";

// A page of a long text; the rest comes when it is asked for.
const page = 50000;

/** Both answers; `answers` have the text, its checks, and what it took. */
export function sideBySide(names, answers, isDiffed) {
  const [before, after] = answers.map((a) => a?.text ?? "");
  const changes = isDiffed && answers.every(Boolean) ? differences(before.slice(0, page), after.slice(0, page)) : { gone: [], added: [], isApart: false };
  return element("div", {},
    changes.isApart ? element("p", { class: "apart" }, "The answers have next to nothing in common; no word is marked.") : null,
    element("div", { class: "sides" },
      side(`A, ${names[0]}`, answers[0], { name: "del", ranges: changes.gone }),
      side(`B, ${names[1]}`, answers[1], { name: "ins", ranges: changes.added })));
}

function side(title, answer, changes) {
  if (!answer) return element("div", {}, element("h4", {}, title), element("p", { class: "empty" }, "No answer is recorded."));
  return element("div", {},
    element("h4", {}, title),
    earlierTurns(answer),
    answer.error ? element("p", {}, element("b", {}, "No answer came: "), answer.text) : words(answer, changes),
    toolsOf(answer),
    answer.ended ? element("p", { class: "facts" }, answer.ended) : null,
    element("p", { class: "facts" }, tookOf(answer)));
}

function words(answer, changes) {
  if (answer.text === "") return element("p", { class: "empty" }, answer.tools?.length ? "The answer has no text, only tool calls." : "The answer is empty.");
  const layers = [changes, { name: "mark", ranges: evidenceIn(answer.text, answer.checks) }];
  const body = element("pre", { dir: "auto", tabindex: "0", role: "group", "aria-label": "Answer" });
  show(body, answer.text, layers, page);
  return body;
}

function show(body, text, layers, end) {
  body.replaceChildren(...marked(text, layers, Math.min(end, text.length)));
  if (end >= text.length) return;
  const left = (text.length - end).toLocaleString("en-US");
  body.append(element("button", { type: "button", onclick: () => show(body, text, layers, end + 10 * page) }, `${left} more characters`));
}

function toolsOf(answer) {
  if (!answer.tools?.length) return null;
  return element("div", {}, element("h4", {}, "Tool calls"), answer.tools.map(([name, args]) => element("div", {}, element("b", {}, name), long(args, `Arguments of ${name}`))));
}

/** What was said before the last turn. */
function earlierTurns(answer) {
  if (!(answer.turns?.length > 1)) return null;
  return answer.turns.slice(0, -1).map((text, turn) => element("div", {}, element("h4", {}, `Turn ${turn + 1}`), text === "" ? element("p", { class: "empty" }, "No text.") : long(text, `Turn ${turn + 1}`)))
    .concat(element("h4", {}, `Turn ${answer.turns.length}`));
}

function long(text, label) {
  const body = element("pre", { dir: "auto", tabindex: "0", role: "group", "aria-label": label });
  show(body, text, [], page);
  return body;
}

/** What an answer took, in a line. */
export function tookOf(answer) {
  const took = [];
  if (answer.model) took.push(answer.model);
  if (answer.latency) took.push(`${answer.latency.toLocaleString("en-US")} ms`);
  if (answer.tokens) took.push(`${answer.tokens[0]} + ${answer.tokens[1]} tokens`);
  if (answer.cost !== undefined) took.push(`${answer.cost.toPrecision(2)} USD`);
  if (answer.attempts) took.push(`${answer.attempts} attempts`);
  if (answer.finish && answer.finish !== "stop") took.push(`ended: ${answer.finish}`);
  return took.join(" · ");
}
