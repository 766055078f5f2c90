/** Writes all expected outputs anew: `npx tsx test/samples/refresh.ts`. Read what changed before you keep it. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogueSamples } from "./catalogue.ts";
import { emissionFolder, emissionSamples } from "./emission.ts";
import { expectedFolder, expectedText } from "./render.ts";

const texts = new Map<string, string>();
for (const sample of catalogueSamples()) texts.set(`${sample.code}.txt`, await expectedText(sample));
// With the folder go the outputs of codes that are no more.
rmSync(expectedFolder, { recursive: true, force: true });
mkdirSync(expectedFolder);
for (const [name, text] of texts) writeFileSync(join(expectedFolder, name), text);
for (const { name, actual } of await emissionSamples()) writeFileSync(join(emissionFolder, `${name}.ts`), actual);
