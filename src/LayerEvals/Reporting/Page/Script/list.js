// The list of cases: as tall as all of them, and only those in sight are there.
import { element } from "./dom.js";
import { chips } from "./filter.js";

// Rows beyond the edges, so that a scroll meets rows and not blanks.
const beyond = 12;

export class CaseList {
  constructor(cases, opened) {
    this.cases = cases;
    this.shown = [];
    this.selected = -1;
    this.room = element("div", { role: "presentation" });
    this.root = element("div", { class: "list", role: "listbox", tabindex: "0", "aria-label": "Cases" }, this.room);
    this.root.addEventListener("scroll", () => this.draw(), { passive: true });
    this.root.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) opened(Number(row.dataset.number));
    });
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  /** Shows these cases; `stateOf` tells their state in the scope of the filters. */
  show(shown, stateOf) {
    const isSame = shown.length === this.shown.length && shown.every((number, at) => number === this.shown[at]);
    this.shown = shown;
    this.stateOf = stateOf;
    this.height = 3.75 * parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.room.style.height = `${shown.length * this.height}px`;
    if (!isSame) this.root.scrollTop = 0;
    this.draw();
  }

  /** Marks a case as the open one, and scrolls to it. */
  select(number) {
    this.selected = number;
    const at = this.shown.indexOf(number);
    if (at >= 0) {
      const top = at * this.height;
      if (top < this.root.scrollTop) this.root.scrollTop = top;
      else if (top + this.height > this.root.scrollTop + this.root.clientHeight) this.root.scrollTop = top + this.height - this.root.clientHeight;
    }
    this.draw();
  }

  draw() {
    if (!this.height) return;
    const first = Math.max(0, Math.floor(this.root.scrollTop / this.height) - beyond);
    const end = Math.min(this.shown.length, Math.ceil((this.root.scrollTop + this.root.clientHeight) / this.height) + beyond);
    const rows = [];
    for (let at = first; at < end; at++) rows.push(this.row(at));
    this.room.replaceChildren(...rows);
    const isDrawn = rows.some((row) => row.getAttribute("aria-selected") === "true");
    if (isDrawn) this.root.setAttribute("aria-activedescendant", `case-${this.selected}`);
    else this.root.removeAttribute("aria-activedescendant");
  }

  row(at) {
    const number = this.shown[at];
    const sign = signOf(this.stateOf(number), this.cases.isReworded(number));
    const row = element("div", {
      role: "option", id: `case-${number}`, "data-number": number,
      "aria-selected": String(number === this.selected), "aria-posinset": at + 1, "aria-setsize": this.shown.length,
    },
    element("span", { class: `sign ${sign.kind}`, title: sign.title, "aria-label": sign.title, role: "img" }, sign.sign),
    element("span", { class: "name" }, this.cases.key(number)),
    element("span", { class: "ask" }, this.cases.question[number].replaceAll("\n", " ")));
    row.style.top = `${at * this.height}px`;
    return row;
  }
}

/** The sign of a state, with its words: colour is not alone. */
export function signOf({ state, isFlaky }, isReworded) {
  const one = { state, isFlaky, isReworded, isSame: true };
  const chip = chips.find((c) => c.id !== "all" && c.takes(one));
  if (!chip) return { sign: "✓", title: "Both pass", kind: "other" };
  return { sign: chip.sign, title: chip.title, kind: chip.id === "worse" || chip.id === "better" ? chip.id : "other" };
}
