// Chips and filters above the list.
import { count, element } from "./dom.js";
import { chips } from "./filter.js";

export class Controls {
  constructor(cases, changed) {
    this.chips = chips.map((chip) => ({ ...chip, count: element("b"), button: null }));
    for (const chip of this.chips) chip.button = element("button", { type: "button", onclick: () => changed({ chip: chip.id }) }, `${chip.title} `, chip.count);
    this.filters = filtersOf(cases).map((filter) => ({ ...filter, input: select(filter, changed) }));
    this.words = element("input", { type: "search", placeholder: "in questions and answers", oninput: () => changed({ text: this.words.value }) });
    this.told = element("span", { role: "status" });
    this.clear = element("button", { type: "button", onclick: () => changed(nothing()) }, "Clear filters");
    this.root = element("div", {},
      element("div", { class: "chips", role: "group", "aria-label": "Which cases" }, this.chips.map((c) => c.button)),
      element("div", { class: "filters", role: "group", "aria-label": "Filters" }, this.filters.map((f) => element("label", {}, f.title, f.input)), element("label", {}, "Text", this.words)),
      element("div", { class: "told" }, this.told, this.clear));
  }

  show(view, counts, total, searched) {
    for (const chip of this.chips) {
      chip.count.textContent = counts[chip.id].toLocaleString("en-US");
      chip.button.setAttribute("aria-pressed", String(chip.id === view.chip));
    }
    for (const filter of this.filters) filter.input.value = view[filter.name];
    if (this.words.value !== view.text) this.words.value = view.text;
    this.told.textContent = `${counts[view.chip].toLocaleString("en-US")} of ${count(total, "case")}${searched < 1 ? `; searching answers, ${Math.floor(100 * searched)} %` : ""}`;
    this.clear.hidden = this.filters.every((f) => !view[f.name]) && !view.text;
  }
}

function nothing() {
  return { layer: "", set: "", tag: "", check: "", origin: "", group: "", text: "" };
}

function filtersOf(cases) {
  const byName = (values) => [...values].sort((one, other) => (one[1] < other[1] ? -1 : 1));
  return [
    { name: "layer", title: "Layer", options: Object.keys(cases.titles).filter((id) => cases.layers.includes(id)).map((id) => [id, cases.title(id)]) },
    { name: "check", title: "Check", options: byName(cases.checks.map((c) => [`${c.layer}/${c.id}`, `${c.id} (${c.layer})`])) },
    { name: "group", title: "Failure", options: cases.groups.map((g, i) => [String(i), `${cases.checks[g.check].id}: ${g.reason} (${g.cases[0]} → ${g.cases[1]})`]) },
    { name: "set", title: "Golden set", options: byName(cases.sets.map((id) => [id, id])) },
    { name: "tag", title: "Tag", options: byName(cases.tags.map((tag) => [tag, tag])) },
    { name: "origin", title: "Origin", options: byName([...new Set(Object.values(cases.origins))].filter((o) => o !== "").map((o) => [o, o])) },
  ].filter((filter) => filter.options.length > 0);
}

function select(filter, changed) {
  const options = filter.options.map(([value, title]) => element("option", { value }, title));
  return element("select", { onchange: (event) => changed({ [filter.name]: event.target.value }) }, element("option", { value: "" }, "any"), options);
}
