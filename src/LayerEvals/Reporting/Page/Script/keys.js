// One key, one move; nothing while someone types.
import { element } from "./dom.js";

const help = [
  ["j, k", "next and previous case"],
  ["n, p", "next and previous case that got worse"],
  ["d", "differences on or off"],
  ["/", "search"],
  ["?", "this help"],
  ["Esc", "leave the search, close the help"],
];

/** Listens for keys; `moves` has a function for each. */
export function listen(moves) {
  const dialog = helpDialog();
  document.body.append(dialog);
  const keys = { ...moves, "?": () => dialog.showModal() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const isTyping = event.target.closest("input, select, textarea");
    if (isTyping && event.key === "Escape") event.target.blur();
    if (isTyping || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  return dialog;
}

function helpDialog() {
  const dialog = element("dialog", { "aria-labelledby": "keys-title" },
    element("h2", { id: "keys-title" }, "Keys"),
    element("dl", {}, help.map(([keys, does]) => [element("dt", {}, keys.split(", ").map((key, i) => [i ? " " : null, element("kbd", {}, key)]).flat()), element("dd", {}, does)]).flat()),
    element("button", { type: "button", onclick: () => dialog.close() }, "Close"));
  return dialog;
}
