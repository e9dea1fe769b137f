// One case: what was asked, both answers, what the checks said, and how to see it again.
import { failedChecks, otherChecks } from "./checks.js";
import { count, element } from "./dom.js";
import { hashOf } from "./hash.js";
import { markdownOf } from "./markdown.js";
import { sideBySide } from "./sides.js";

export class Detail {
  constructor(cases, changed) {
    this.cases = cases;
    this.changed = changed;
    this.root = element("article", { class: "detail", "aria-live": "polite", "aria-label": "The case" });
    this.turn = 0;
  }

  clear(words) {
    this.turn++;
    this.root.replaceChildren(element("p", { class: "empty" }, words));
  }

  /** Shows a case once its texts are unpacked; one that was asked for later wins. */
  async show(number, view) {
    const turn = ++this.turn;
    const opened = await this.read(number, view);
    if (turn === this.turn) this.root.replaceChildren(...this.parts(number, opened, view));
  }

  async read(number, view) {
    const details = await this.cases.detailsOf(number);
    const named = (pairs) => Promise.all(pairs.map(async ([name, text]) => [name, text === null ? "(asked for)" : await this.cases.textOf(text)]));
    const samples = await Promise.all(details.sides.map((side) => Promise.all(side.map((s) => this.sample(s)))));
    const sample = Math.min(Math.max(1, Number(view.sample) || 1), Math.max(1, ...samples.map((s) => s.length)));
    return {
      ...details, samples, sample,
      shown: samples.map((side) => side[sample - 1]),
      asked: [...await named(details.input), ...await named(details.messages)],
      given: await named(details.sources),
      offered: await named(details.tools ?? []),
      again: details.retry && await this.sample(details.retry),
    };
  }

  async sample(packed) {
    const checks = await Promise.all(packed.checks.map(async (check) => ({ ...check, parts: await Promise.all((check.parts ?? []).map((p) => this.part(p))) })));
    const tools = await Promise.all((packed.tools ?? []).map(async ([name, args]) => [name, await this.cases.textOf(args)]));
    const turns = await Promise.all((packed.turns ?? []).map((turn) => this.cases.textOf(turn)));
    return { ...packed, checks, tools, turns, text: await this.cases.textOf(packed.text) };
  }

  async part(packed) {
    return packed.sourceText === undefined ? packed : { ...packed, sourceText: await this.cases.textOf(packed.sourceText) };
  }

  parts(number, opened, view) {
    const { cases } = this;
    return [
      element("h3", {}, cases.key(number)),
      element("p", { class: "facts" }, factsOf(cases, number, opened)),
      element("div", {}, opened.asked.map(([name, text]) => element("div", {}, opened.asked.length > 1 || name !== "input" ? element("h4", {}, name) : null, element("p", { class: "question", dir: "auto" }, text)))),
      this.actions(number, opened, view),
      this.dots(opened),
      opened.blessed ? element("p", { class: "facts" }, opened.blessed) : null,
      failedChecks(cases, cases.sides, opened.shown),
      sideBySide(cases.sides, opened.shown, view.diff !== "off"),
      otherChecks(cases, cases.sides, opened.shown),
      opened.again ? element("div", {}, element("h4", {}, "Asked again, because it must pass"), element("pre", { dir: "auto" }, opened.again.text), failedChecks(cases, cases.sides, [null, opened.again]), otherChecks(cases, cases.sides, [null, opened.again])) : null,
      folded(`${count(opened.offered.length, "tool")} declared`, "Tool", opened.offered),
      folded(`${count(opened.given.length, "source")} given`, "Source", opened.given),
      element("h4", {}, "Run it again"), element("code", { class: "command" }, opened.rerun),
    ].filter(Boolean);
  }

  actions(number, opened, view) {
    const told = element("span", { role: "status" });
    const copy = async () => { told.textContent = await copied(markdownOf(this.cases, number, opened)) ? "Copied" : "Not copied: the browser refused"; };
    return element("div", { class: "actions" },
      element("button", { type: "button", "aria-pressed": String(view.diff !== "off"), onclick: () => this.changed({ diff: view.diff === "off" ? "" : "off" }) }, "Show differences"),
      element("button", { type: "button", onclick: copy }, "Copy as Markdown"),
      element("a", { href: hashOf({ chip: "all", case: this.cases.key(number) }) }, "Link to this case"),
      told);
  }

  /** One dot a sample, on each side; the pressed one is shown. */
  dots(opened) {
    const most = Math.max(...opened.samples.map((side) => side.length));
    if (most < 2) return null;
    return element("div", { class: "facts" }, opened.samples.map((side, s) => element("div", {}, `${this.cases.sides[s]} `,
      element("span", { class: "dots", role: "group", "aria-label": `Samples of ${this.cases.sides[s]}` }, side.map((sample, i) => {
        const failed = sample.checks.some((c) => c.outcome === "Failed");
        const word = sample.error ? "errored" : failed ? "failed" : "passed";
        return element("button", { type: "button", "aria-current": String(i + 1 === opened.sample), "aria-label": `Sample ${i + 1}, ${word}`, title: `Sample ${i + 1}, ${word}`, onclick: () => this.changed({ sample: String(i + 1) }) }, sample.error ? "!" : failed ? "✕" : "●");
      })))));
  }
}

function factsOf(cases, number, opened) {
  const facts = [`${opened.file}:${opened.line}`];
  const tags = cases.tag[number].map((t) => cases.tags[t]);
  if (tags.length > 0) facts.push(tags.join(", "));
  if (opened.cluster) facts.push(`cluster ${opened.cluster}`);
  if (opened.must) facts.push("must pass");
  if (opened.answerable !== undefined) facts.push(opened.answerable ? "answerable" : "not answerable from the sources");
  if (opened.expect) facts.push(`expects “${opened.expect}”`);
  if (opened.prompt) facts.push(`prompt ${opened.prompt}`);
  return facts.join(" · ");
}

function folded(title, kind, named) {
  if (named.length === 0) return null;
  return element("details", {},
    element("summary", {}, title),
    named.map(([id, text]) => element("div", {}, element("h4", {}, id), element("pre", { dir: "auto", tabindex: "0", role: "group", "aria-label": `${kind} ${id}` }, text))));
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or no clipboard on a page from a file: the older way needs a field.
    const field = element("textarea", { "aria-label": "Markdown", readonly: true });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
