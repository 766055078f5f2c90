import { expect, it } from "vitest";
import { PolicyParser } from "../../grammar/parser.ts";

it("the grammar passes Chevrotain's validations, which a run leaves out", () => {
  expect(() => new PolicyParser(true)).not.toThrow();
});
