// The cases of the page: the address says what is shown, and every control changes the address.
import { Cases } from "./cases.js";
import { Controls } from "./controls.js";
import { Detail } from "./detail.js";
import { element } from "./dom.js";
import { filtered } from "./filter.js";
import { hashOf, viewOf } from "./hash.js";
import { listen } from "./keys.js";
import { CaseList } from "./list.js";
import { deepHits, patternOf, quickHits } from "./search.js";

class Page {
  constructor(cases) {
    this.cases = cases;
    this.view = viewOf(location.hash) ?? viewOf("");
    this.found = { words: "", hits: null, share: 1 };
    this.controls = new Controls(cases, (change) => this.change(change));
    this.list = new CaseList(cases, (number) => this.open(number));
    this.detail = new Detail(cases, (change) => this.change(change));
  }

  start() {
    const room = document.getElementById("cases");
    room.replaceChildren(
      element("h2", { id: "cases-title", tabindex: "-1" }, "Cases"),
      this.controls.root,
      element("div", { class: "browse" }, this.list.root, this.detail.root));
    room.hidden = false;
    for (const fallback of document.querySelectorAll(".static")) fallback.hidden = true;
    window.addEventListener("hashchange", () => this.follow());
    const help = listen({ j: () => this.step(1), k: () => this.step(-1), n: () => this.stepWorse(1), p: () => this.stepWorse(-1), d: () => this.change({ diff: this.view.diff === "off" ? "" : "off" }), "/": () => this.controls.words.focus() });
    this.controls.root.lastChild.append(element("button", { type: "button", onclick: () => help.showModal() }, "Keys ?"));
    this.show();
    if (location.hash.includes("=")) room.scrollIntoView();
  }

  /** A link or the back button: the address is the truth. */
  follow() {
    const view = viewOf(location.hash);
    if (view === null) return;
    const isMoved = hashOf({ ...view, case: "", sample: "" }) !== hashOf({ ...this.view, case: "", sample: "" });
    this.view = view;
    this.show();
    if (isMoved && document.activeElement?.closest("#cases") === null) document.getElementById("cases").scrollIntoView();
  }

  /** A control was used. Another filter keeps the open case only while it is in the list. */
  change(change) {
    const next = { ...this.view, ...change };
    if (!("sample" in change) && "case" in change) next.sample = "";
    this.view = next;
    // Typing leaves no trail of addresses behind.
    if ("text" in change) history.replaceState(null, "", hashOf(next));
    else if (location.hash !== hashOf(next)) history.pushState(null, "", hashOf(next));
    this.show();
  }

  open(number) {
    this.change({ case: this.cases.key(number) });
  }

  show() {
    const hits = this.hitsOf(this.view.text);
    const result = filtered(this.cases, this.view, hits);
    this.controls.show(this.view, result.counts, this.cases.count, this.found.share);
    this.list.show(result.shown, result.stateOf);
    this.result = result;
    const chosen = this.cases.find(this.view.case);
    const number = chosen ?? result.shown[0];
    this.list.select(number ?? -1);
    if (number === undefined) this.detail.clear(result.counts.all === 0 ? "No case matches these filters." : "No case of this kind. The chips above count the others.");
    else this.detail.show(number, this.view);
    this.opened = number;
  }

  hitsOf(words) {
    if (words === this.found.words) return this.found.hits;
    if (words === "") {
      this.found = { words, hits: null, share: 1 };
      return null;
    }
    const pattern = patternOf(words);
    const found = { words, hits: quickHits(this.cases, pattern), share: 0 };
    this.found = found;
    deepHits(this.cases, pattern, found.hits, {
      told: (share) => { found.share = share; this.show(); },
      isOver: () => this.found !== found,
    });
    return found.hits;
  }

  step(by) {
    const { shown } = this.result;
    const at = shown.indexOf(this.opened);
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next !== undefined) this.open(next);
  }

  /** To the next regression under the same filters, whichever chip is pressed. */
  stepWorse(by) {
    const worse = filtered(this.cases, { ...this.view, chip: "worse" }, this.found.hits).shown;
    const next = by > 0 ? worse.find((i) => i > (this.opened ?? -1)) : worse.findLast((i) => i < (this.opened ?? Infinity));
    if (next === undefined) return;
    const isShown = this.view.chip === "worse" || this.view.chip === "all";
    this.change({ case: this.cases.key(next), ...(isShown ? {} : { chip: "worse" }) });
  }
}

new Page(await Cases.read()).start();
