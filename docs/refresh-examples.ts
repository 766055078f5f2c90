/** Writes what the commands in the documentation really print below them: `npx tsx docs/refresh-examples.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { shownOf } from "./examples.ts";
import { pages, readPage, replayPage, repository } from "./replay.ts";

for (const page of pages) {
  const lines = readPage(page).split("\n");
  const results = await replayPage(page);
  // From the end, so that the places of the commands before stay as they are.
  for (const { command, actual } of results.toReversed()) {
    const said = command.output === "" ? 0 : command.output.replace(/\n$/, "").split("\n").length;
    const shown = actual === "" ? [] : shownOf(command, actual).split("\n");
    lines.splice(command.line, said, ...shown);
  }
  const text = lines.join("\n");
  if (text !== readPage(page)) writeFileSync(join(repository, page), text);
}
