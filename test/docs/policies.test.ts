import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { type Block, readBlocks, wholePolicy } from "../../docs/examples.ts";
import { pages, readPage } from "../../docs/replay.ts";

/** Where the document stands that the examples quote. */
const folder = "policies/六保";
const path = `${folder}/六保意见.md`;
const documents = [{ path, text: readPage(path) }];

const expectedCodes = (block: Block): readonly string[] =>
  ["error", "warning"].flatMap((severity) => {
    const code = block.options.get(severity);
    return code === undefined ? [] : [`${severity} ${code}`];
  });

describe.each(pages)("the policies in %s", (page) => {
  const blocks = readBlocks(page, readPage(page)).filter(
    ({ language, options }) => language === "policy" && !options.has("append"),
  );
  const sourceOf = (block: Block): SourceFile => new SourceFile(`${folder}/${page}:${block.line}`, wholePolicy(block));
  // A revised policy has the name of the one before it.
  const together = blocks.filter(
    ({ flags, ...block }) =>
      !flags.has("fragment") && !flags.has("revised") && expectedCodes({ flags, ...block }).length === 0,
  );

  test("compile together without any message", () => {
    const { diagnostics } = compile(together.map(sourceOf), { documents });
    expect(diagnostics.map(({ code, file, message }) => `${file.path} ${code} ${message}`)).toEqual([]);
  });

  test("raise what the page says, and nothing else", () => {
    for (const block of blocks.filter((one) => !together.includes(one))) {
      const found = compile([sourceOf(block)], { documents }).diagnostics.filter(
        // A fragment shows one thing, not a policy that is whole.
        ({ code }) => !(block.flags.has("fragment") && ["gap", "unread-input", "outcome-unset"].includes(code)),
      );
      expect(
        found.map(({ severity, code }) => `${severity} ${code}`),
        `${page}:${block.line} ${found.map(({ message }) => message).join(" ")}`,
      ).toEqual(expectedCodes(block));
    }
  });
});
