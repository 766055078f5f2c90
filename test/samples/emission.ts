/**
 * Policies with the modules that are made of them, side by side; the modules are type-checked with all other sources.
 * `npx tsx test/samples/emission.ts` writes the modules anew: read what changed before you keep it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile } from "../../compiler/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const folder = fileURLToPath(new URL("./emission/", import.meta.url));

export interface EmissionSample {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

export async function emissionSamples(): Promise<readonly EmissionSample[]> {
  const names = readdirSync(folder).flatMap((file) => (file.endsWith(".policy") ? [file.slice(0, -7)] : []));
  return Promise.all(
    names.map(async (name) => {
      const { policies, diagnostics } = compile([
        new SourceFile(`${name}.policy`, readFileSync(`${folder}${name}.policy`, "utf8")),
      ]);
      const program = policies[0]?.program;
      if (program === undefined || diagnostics.length > 0)
        throw new Error(diagnostics.map(({ message }) => message).join("\n"));
      const actual = (await emit([{ program, path: name }])).get(`${name}.ts`) ?? "";
      const isThere = readdirSync(folder).includes(`${name}.ts`);
      return { name, expected: isThere ? readFileSync(`${folder}${name}.ts`, "utf8") : "", actual };
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { name, actual } of await emissionSamples()) writeFileSync(`${folder}${name}.ts`, actual);
