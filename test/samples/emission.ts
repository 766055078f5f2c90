/**
 * Policies with the modules that are made of them, side by side; the modules are type-checked with all other sources.
 * `npx tsx test/samples/refresh.ts` writes the modules anew.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile } from "../../compiler/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";

export const emissionFolder = fileURLToPath(new URL("./emission/", import.meta.url));

export interface EmissionSample {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

export async function emissionSamples(): Promise<readonly EmissionSample[]> {
  const names = readdirSync(emissionFolder).flatMap((file) => (file.endsWith(".policy") ? [file.slice(0, -7)] : []));
  return Promise.all(
    names.map(async (name) => {
      const { policies, diagnostics } = compile([
        new SourceFile(`${name}.policy`, readFileSync(`${emissionFolder}${name}.policy`, "utf8")),
      ]);
      const program = policies[0]?.program;
      if (program === undefined || diagnostics.length > 0)
        throw new Error(diagnostics.map(({ message }) => message).join("\n"));
      const actual = (await emit([{ program, path: name }])).get(`${name}.ts`) ?? "";
      const isThere = readdirSync(emissionFolder).includes(`${name}.ts`);
      return { name, expected: isThere ? readFileSync(`${emissionFolder}${name}.ts`, "utf8") : "", actual };
    }),
  );
}
