/** Writes diagnostics/<code>.txt for every code of the catalogue: `npx tsx test/samples/refresh.ts`. Read what changes. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogueSamples } from "./catalogue.ts";
import { expectedFolder, expectedText } from "./render.ts";

rmSync(expectedFolder, { recursive: true, force: true });
mkdirSync(expectedFolder);
for (const sample of catalogueSamples())
  writeFileSync(join(expectedFolder, `${sample.code}.txt`), await expectedText(sample));
