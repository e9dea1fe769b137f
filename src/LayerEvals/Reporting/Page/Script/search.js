// Looks for words: at once in ids, questions and tags, then block by block in what was asked and answered.
import { block } from "./blocks.js";

const breath = 40;

/** A pattern for the words as they were typed, whatever their case. */
export function patternOf(words) {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "iu");
}

/** One mark a case: whether its id, question or a tag has the words. */
export function quickHits(cases, pattern) {
  const hits = new Uint8Array(cases.count);
  const tags = cases.tags.map((tag) => pattern.test(tag));
  for (let i = 0; i < cases.count; i++) {
    hits[i] = pattern.test(cases.key(i)) || pattern.test(cases.question[i]) || cases.tag[i].some((t) => tags[t]) ? 1 : 0;
  }
  return hits;
}

/** Adds the cases whose texts have the words. `told(share)` is called as it goes; it ends when `isOver()`. */
export async function deepHits(cases, pattern, hits, { told, isOver }) {
  const owners = ownersOf(cases);
  let last = performance.now();
  for (let b = 0; b < cases.textStarts.length; b++) {
    const texts = await block(`texts-${b}`);
    if (isOver()) return;
    texts.forEach((text, at) => {
      if (pattern.test(text)) for (const i of owners.of(cases.textStarts[b] + at)) hits[i] = 1;
    });
    if (performance.now() - last < breath) continue;
    told((b + 1) / cases.textStarts.length);
    await new Promise((done) => setTimeout(done));
    last = performance.now();
  }
  if (!isOver()) told(1);
}

// Which cases a text belongs to, as two flat arrays: equal texts are stored once and have several owners.
function ownersOf(cases) {
  if (cases.owners) return cases.owners;
  let total = 0;
  let most = 0;
  for (const texts of cases.text) for (const t of texts) { total++; most = Math.max(most, t); }
  const ends = new Int32Array(most + 2);
  for (const texts of cases.text) for (const t of texts) ends[t + 1]++;
  for (let t = 1; t < ends.length; t++) ends[t] += ends[t - 1];
  const list = new Int32Array(total);
  const next = ends.slice();
  cases.text.forEach((texts, i) => { for (const t of texts) list[next[t]++] = i; });
  cases.owners = { of: (text) => (text > most ? [] : list.subarray(ends[text], ends[text + 1])) };
  return cases.owners;
}
