/** The modules beside the sample policies are what the emitter makes of them. */
import { expect, test } from "vitest";
import { emissionSamples } from "./emission.ts";

const samples = await emissionSamples();

test.each(samples)("$name", ({ expected, actual }) => {
  expect(actual).toBe(expected);
});
