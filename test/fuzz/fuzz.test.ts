/** The first cases of the long run (`npx tsx test/fuzz/run.ts`): sizes are bounded, so none can take long. */
import { expect, test } from "vitest";
import { folderWith } from "../cli/harness.ts";
import { type Failure, runFuzzCase } from "./case.ts";
import { useFolder } from "./targets.ts";

const seed = 20200513;
const count = 3000;

test(`${count} strange files, policies and data are answered or refused`, async () => {
  useFolder(folderWith());
  const failures: Failure[] = [];
  for (let index = 0; index < count; index += 1) {
    const failure = await runFuzzCase(seed, index);
    if (failure !== undefined) failures.push(failure);
  }
  expect(failures).toEqual([]);
}, 120_000);
