import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryAt, conventionsOf } from "../../compiler/source/boundary.ts";
import { SourceDocument } from "../../compiler/source/document.ts";
import { figuresIn, readDocument } from "../../compiler/source/library.ts";
import { locate, nearestPassage } from "../../compiler/source/locate.ts";
import { readFigures } from "../../compiler/source/read-figures.ts";
import { publishedDocument } from "./support.ts";

const signs = [
  ..."一二三十百千万亿半两〇0123456789.%‰年月日号个人元亩/(()。;,…—至到以上下内不超过满低于高免计息提倍成折第责任单位:〈〉“”#\n 甲",
];
const noise = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((units) => units.join(""));

describe("any text", () => {
  it("is read without a fault: figures and sentences in order, within the text, none in another", () => {
    fc.assert(
      fc.property(noise, noise, (text, quotation) => {
        const document = new SourceDocument("x.md", text);
        const figures = readFigures(document.normal, 2020);
        for (const [index] of figures.entries())
          boundaryAt(document.normal, figures, index, conventionsOf(document.normal));
        locate(document, quotation);
        nearestPassage(document, quotation);
        for (const spans of [figures, document.sentences.map(({ span }) => span)]) {
          let from = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          expect(from).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives the figures that stand whole in a passage, each once", () => {
    const places = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 3 });
    fc.assert(
      fc.property(noise, places, (text, pairs) => {
        const passages = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const reading = readDocument(new SourceDocument("x.md", text), 2020, []);
        const whole = reading.figures.flatMap(({ start, core = start, end }, index) =>
          passages.some((passage) => passage.start <= core && end <= passage.end) ? [index] : [],
        );
        expect(figuresIn(reading, passages)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it("that is a part of the document is found there, whatever the width of its signs", () => {
    const document = new SourceDocument(publishedDocument.path, publishedDocument.text);
    const bounds = fc.tuple(fc.nat(document.text.length - 1), fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(bounds, ([start, length]) => {
        const part = document.text.slice(start, start + length);
        const wide = part.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        if (!/[\p{L}\p{N}]/u.test(part) || part.includes("…")) return;
        expect(locate(document, part)).toBeDefined();
        expect(locate(document, wide)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
