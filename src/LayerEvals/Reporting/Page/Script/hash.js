// What is looked at, in the address: a link opens the same view.
import { chips } from "./filter.js";

const names = ["chip", "layer", "set", "tag", "check", "origin", "group", "text", "case", "sample", "diff"];

/** The view of an address; null where the address is a place on the page. */
export function viewOf(hash) {
  const text = hash.replace(/^#/, "");
  if (text !== "" && !text.includes("=")) return null;
  const given = new URLSearchParams(text);
  const view = {};
  for (const name of names) view[name] = given.get(name) ?? "";
  if (!chips.some((chip) => chip.id === view.chip)) view.chip = "worse";
  return view;
}

/** The address of a view. */
export function hashOf(view) {
  const given = new URLSearchParams();
  for (const name of names) if (view[name]) given.set(name, view[name]);
  return `#${given}`;
}
