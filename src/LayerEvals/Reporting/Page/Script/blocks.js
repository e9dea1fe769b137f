// The page's data: script elements that no browser runs, as JSON or compressed.

const kept = new Map();
const mostKept = 24;

/** The value of a block. The last few are kept unpacked. */
export async function block(id) {
  if (kept.has(id)) {
    const value = kept.get(id);
    kept.delete(id);
    kept.set(id, value);
    return value;
  }
  const value = unpacked(document.getElementById(id));
  kept.set(id, value);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value);
  return value;
}

async function unpacked(holder) {
  if (holder.type === "application/json") return JSON.parse(holder.textContent);
  const stream = new Blob([bytes(holder.textContent)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const made = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) made[i] = text.charCodeAt(i);
  return made;
}

/** The place of an item in a list that was cut into blocks: which block, and where in it. */
export function placeOf(starts, number) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= number) low = middle;
    else high = middle - 1;
  }
  return { block: low, at: number - starts[low] };
}
