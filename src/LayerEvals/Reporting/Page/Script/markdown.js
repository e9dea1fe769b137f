// A case as Markdown, for an issue or a chat.
import { visible } from "./dom.js";

/** The case in Markdown; model text stands in fences that it cannot close. */
export function markdownOf(cases, number, opened) {
  const lines = [`### ${cases.key(number)}`, "", `${opened.file}:${opened.line}`, ""];
  opened.shown.forEach((answer, side) => {
    for (const found of answer?.checks ?? []) if (found.outcome === "Failed") lines.push(`- ${cases.sides[side]}: \`${cases.checks[found.check].id}\` ${escaped(found.reason ?? "failed")}`);
  });
  for (const [name, text] of opened.asked) lines.push("", `${escaped(name)}:`, "", ...fenced(text));
  opened.shown.forEach((answer, side) => {
    lines.push("", `${escaped(cases.sides[side])}:`, "");
    if (answer?.turns?.length > 1) for (const turn of answer.turns.slice(0, -1)) lines.push(...fenced(turn), "");
    lines.push(...fenced(answer?.text ?? "(no answer)"));
    for (const [name, args] of answer?.tools ?? []) lines.push("", `Calls ${escaped(name)}:`, "", ...fenced(args));
  });
  lines.push("", "Run it again:", "", ...fenced(opened.rerun), "");
  return lines.join("\n");
}

function fenced(text) {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, visible(text), fence];
}

function escaped(text) {
  return visible(text).replaceAll("\n", " ").replace(/[\\`*_[\]<>#|!~@&]/g, "\\$&");
}
