// A word diff (Myers 1986), bounded: what differs too much is shown as wholly different instead of keeping the reader waiting.

const mostChanges = 1200;
const mostWords = 40000;
// Below this share of words in common two texts are two texts: a word that both happen to have tells nothing.
const leastCommon = 0.15;
const word = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;

/** The ranges of `before` that are gone and of `after` that are new, as [start, end] in UTF-16 units; `isApart` where the two have next to nothing in common. */
export function differences(before, after) {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start].text === b[start].text) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1].text === b[endB - 1].text) { endA--; endB--; }
  const kept = keptWords(a.slice(start, endA).map((w) => w.text), b.slice(start, endB).map((w) => w.text));
  const isKept = [new Set(kept.map(([i]) => i + start)), new Set(kept.map(([, j]) => j + start))];
  const common = start + (a.length - endA) + kept.length;
  if (a.length > 0 && b.length > 0 && common < leastCommon * Math.max(a.length, b.length)) return { gone: [], added: [], isApart: true };
  return { gone: ranges(a, start, endA, isKept[0]), added: ranges(b, start, endB, isKept[1]), isApart: false };
}

function wordsOf(text) {
  return Array.from(text.matchAll(word), (m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
}

// Words that stand next to each other are one range; a blank between two that changed belongs to both.
function ranges(words, from, to, kept) {
  const found = [];
  for (let i = from; i < to; i++) {
    if (kept.has(i) && !isBlankBetween(words, i, kept)) continue;
    const last = found.at(-1);
    if (last && last[1] === words[i].start) last[1] = words[i].end;
    else found.push([words[i].start, words[i].end]);
  }
  return found;
}

function isBlankBetween(words, i, kept) {
  return words[i].text.trim() === "" && i > 0 && i + 1 < words.length && !kept.has(i - 1) && !kept.has(i + 1);
}

/** The pairs of equal words on a shortest path of edits; none where the path is too long. */
function keptWords(a, b) {
  if (a.length === 0 || b.length === 0 || a.length + b.length > mostWords) return [];
  const trace = [];
  const most = Math.min(a.length + b.length, mostChanges);
  let furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let changes = 0; changes <= most; changes++) {
    trace.push(furthest.slice(middle - changes - 1, middle + changes + 2));
    for (let k = -changes; k <= changes; k += 2) {
      const down = k === -changes || (k !== changes && furthest[middle + k - 1] < furthest[middle + k + 1]);
      let x = down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return pathBack(trace, a.length, b.length);
    }
  }
  return [];
}

function pathBack(trace, endA, endB) {
  const kept = [];
  let [x, y] = [endA, endB];
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = (k) => trace[changes][k + changes + 1];
    const k = x - y;
    const down = k === -changes || (k !== changes && furthest(k - 1) < furthest(k + 1));
    const before = changes === 0 ? 0 : down ? furthest(k + 1) : furthest(k - 1);
    const beforeY = changes === 0 ? 0 : before - (down ? k + 1 : k - 1);
    while (x > before && y > beforeY) kept.push([--x, --y]);
    [x, y] = [before, beforeY];
  }
  return kept;
}
