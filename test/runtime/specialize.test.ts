/** The quick way answers as the clauses themselves do, and leaves to them whatever it cannot take. */
import { inspect } from "node:util";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { load } from "../emit/helpers.ts";

const refund = `政策 返还
输入
  职工人数: 人, 至少 1人
  裁员人数: 人
  缴费: 元
  类别: 甲类 | 乙类, 默认 甲类
  已申报: 是否
  申报日: 日期, 默认 2020-05-13
结果
  比率: 比例
  金额: 元 = 缴费 * 比率 - 取低(缴费, 10元), 四舍五入到分
  办理: 事项
条款 低
  裁员人数 / 职工人数 <= 5.5% => 比率 100%
条款 高
  裁员人数 / 职工人数 > 5.5% => 比率 三分之一
条款 小 例外于 低、高
  职工人数 <= 30人 或 类别 是 乙类 => 可 比率 50%
条款 手续
  已申报 且 申报日 不早于 2020-05-13 => 应当 办理
条款 免办
  否则 => 无需 办理
`;

interface Module {
  readonly evaluate: (data: unknown) => { readonly exact: Readonly<Record<string, unknown>>; toJSON(): unknown };
  readonly decide: (facts: unknown) => Readonly<Record<string, unknown>>;
}

const loaded = async (text = refund): Promise<Module> => (await load(text)) as unknown as Module;

const sound = { 职工人数: 1000, 裁员人数: 55, 缴费: 99999.99, 类别: "甲类", 已申报: true, 申报日: "2020-05-13" };

/** How often code was made while `work` ran. */
async function codeMadeBy<T>(work: () => Promise<T>): Promise<{ readonly made: number; readonly result: T }> {
  const Original = Function;
  let made = 0;
  vi.stubGlobal(
    "Function",
    class extends Original {
      constructor(...texts: string[]) {
        super(...texts);
        if (texts.at(-1)?.includes("quick:") === true) made += 1;
      }
    },
  );
  const result = await work();
  vi.unstubAllGlobals();
  return { made, result };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the quick way", () => {
  test("is taken where the clauses allow it", async () => {
    expect((await codeMadeBy(loaded)).made).toBe(1);
    const period = refund.replace("条款 手续", "条款 手续 施行 2020-01-01");
    expect((await codeMadeBy(() => loaded(period))).made).toBe(0);
  });

  test("answers as the clauses do on data that it leaves to them, which is the same data written as text", async () => {
    const { evaluate } = await loaded();
    fc.assert(
      fc.property(
        fc.record({
          职工人数: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(1000, 200, 30, 31, 1e13)),
          裁员人数: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(-0, 55, 11, 56, 9e14)),
          缴费: fc.oneof(
            fc.integer({ min: 0, max: 1e9 }).map((count) => count / 100),
            fc.constantFrom(0, 0.29, 10, 1e9, 1e9 + 0.01, 9999999999999),
          ),
          类别: fc.constantFrom("甲类", "乙类", undefined),
          已申报: fc.boolean(),
          申报日: fc.constantFrom("2020-05-12", "2020-05-13", "2020-05-14", undefined),
        }),
        (data) => {
          const asText = { ...data, 职工人数: String(data.职工人数), 缴费: String(data.缴费) };
          const [quick, slow] = [evaluate(data), evaluate(asText)];
          expect({ ...quick.exact }).toEqual({ ...slow.exact });
          expect(quick.toJSON()).toEqual(slow.toJSON());
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("answers the same in a host that forbids code made at run time", async () => {
    const usual = (await loaded()).evaluate(sound).toJSON();
    const Original = Function;
    vi.stubGlobal(
      "Function",
      class extends Original {
        constructor(...texts: string[]) {
          if (texts.at(-1)?.includes("quick:") === true) throw new EvalError("forbidden");
          super(...texts);
        }
      },
    );
    const careful = await loaded();
    expect(careful.evaluate(sound).toJSON()).toEqual(usual);
    expect(careful.decide({ ...careful.evaluate(sound).exact })).toEqual({ 比率: 10000, 金额: 9998999, 办理: true });
  });

  test.each([
    ["a name that is not asked for", { ...sound, 职工人数数: 1 }],
    ["a name that is not asked for, in place of one with a default", { ...sound, 类别: undefined, 类型: "甲类" }],
    ["a decimal too many", { ...sound, 缴费: 0.295 }],
    ["half a person", { ...sound, 裁员人数: 0.5 }],
    ["less than the least", { ...sound, 职工人数: 0 }],
    ["a value that is not listed", { ...sound, 类别: "丙类" }],
    ["a day that does not exist", { ...sound, 申报日: "2020-02-30" }],
    ["a number that is none", { ...sound, 缴费: NaN }],
    ["no number", { ...sound, 缴费: Infinity }],
    ["text for a boolean", { ...sound, 已申报: "true" }],
    ["nothing", null],
    ["a list", [sound]],
    ["text", "职工"],
  ])("lets no fault pass: %s", async (_what, data) => {
    const { evaluate } = await loaded();
    expect(() => evaluate(data)).toThrowError(
      expect.objectContaining({ faults: expect.any(Array) as unknown }) as Error,
    );
  });

  test("takes what a class inherits as it takes what an object has", async () => {
    const { evaluate } = await loaded();
    const inheriting: unknown = Object.create(sound);
    expect((evaluate(inheriting).toJSON() as { outcomes: unknown }).outcomes).toEqual(
      (evaluate(sound).toJSON() as { outcomes: unknown }).outcomes,
    );
  });
});

test("an answer is shown by its outcomes", async () => {
  const { evaluate } = await loaded();
  const answer = evaluate(sound);
  expect(inspect(answer, { depth: 9 })).toBe(inspect(answer.toJSON(), { depth: 9 }));
});

describe("decide", () => {
  test("gives the outcomes of facts", async () => {
    const { evaluate, decide } = await loaded();
    // 99,999.99 × 100% − 10
    expect(decide({ ...evaluate(sound).exact })).toEqual({ 比率: 10000, 金额: 9998999, 办理: true });
  });

  test("is exact where facts pass what plain numbers hold", async () => {
    const { evaluate, decide } = await loaded();
    const facts = evaluate({ ...sound, 缴费: "90071992547409931.23" }).exact;
    expect(facts["缴费"]).toBe(9007199254740993123n);
    // Less 1,000 fen.
    expect(decide({ ...facts })["金额"]).toBe(9007199254740992123n);
  });
});
