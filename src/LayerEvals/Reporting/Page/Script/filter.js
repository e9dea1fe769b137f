// Which cases a view shows. One pass over the columns; the state of a scope is looked up once for each pattern.
import { State } from "./cases.js";

/** The chips in their order: what they say, and which cases are theirs. */
export const chips = [
  { id: "worse", title: "Got worse", sign: "▼", takes: (c) => c.state === State.gotWorse },
  { id: "better", title: "Got better", sign: "▲", takes: (c) => c.state === State.gotBetter },
  { id: "fail", title: "Both fail", sign: "✕", takes: (c) => c.state === State.bothFailed },
  { id: "text", title: "Changed text, same outcome", sign: "≈", takes: (c) => c.isReworded && c.isSame },
  { id: "unscored", title: "Not scored", sign: "?", takes: (c) => c.state === State.notScored },
  { id: "flaky", title: "Flaky", sign: "~", takes: (c) => c.isFlaky },
  { id: "all", title: "All", sign: "", takes: () => true },
];

/** The part of a run that a view asks about: overall, a layer, or a check. */
export function scopeOf(cases, view) {
  if (view.check) return { check: cases.checks.findIndex((c) => `${c.layer}/${c.id}` === view.check) };
  if (view.layer) return { layer: cases.layers.indexOf(view.layer) };
  return {};
}

/** The cases of the view's chip, and how many each chip has under its filters. `hits` are the cases whose words were found. */
export function filtered(cases, view, hits) {
  const patterns = cases.states(scopeOf(cases, view));
  const wanted = wantedOf(cases, view);
  const isScoped = view.layer !== "" || view.check !== "";
  const counts = Object.fromEntries(chips.map((chip) => [chip.id, 0]));
  const shown = [];
  for (let i = 0; i < cases.count; i++) {
    const { state, isFlaky } = patterns[cases.pattern[i]];
    if (isScoped && state === State.silent) continue;
    if (!takes(cases, wanted, i) || (hits && !hits[i])) continue;
    const one = { state, isFlaky, isReworded: cases.isReworded(i), isSame: state === State.bothPassed || state === State.bothFailed || state === State.same };
    for (const chip of chips) {
      if (!chip.takes(one)) continue;
      counts[chip.id]++;
      if (chip.id === view.chip) shown.push(i);
    }
  }
  return { shown, counts, stateOf: (i) => patterns[cases.pattern[i]] };
}

function wantedOf(cases, view) {
  return {
    set: view.set ? cases.sets.indexOf(view.set) : null,
    tag: view.tag ? cases.tags.indexOf(view.tag) : null,
    group: view.group ? Number(view.group) : null,
    sets: view.origin ? new Set(cases.sets.map((id, i) => [id, i]).filter(([id]) => cases.origins[id] === view.origin).map(([, i]) => i)) : null,
  };
}

function takes(cases, wanted, i) {
  if (wanted.set !== null && cases.set[i] !== wanted.set) return false;
  if (wanted.sets !== null && !wanted.sets.has(cases.set[i])) return false;
  if (wanted.tag !== null && !cases.tag[i].includes(wanted.tag)) return false;
  return wanted.group === null || cases.group[i].includes(wanted.group);
}
