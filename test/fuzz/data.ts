/** Data for `eval`: values of every kind for the inputs of a policy, right and wrong, and JSON text near to JSON. */
import type { Program } from "../../compiler/lowered.ts";
import type { Random } from "./random.ts";

const strange: readonly unknown[] = [
  null,
  undefined,
  "",
  " ",
  "5.5%",
  "1/3",
  "1/0",
  "-0",
  "1e400",
  "0x10",
  "1_000",
  "９",
  "--1",
  "1.",
  ".5",
  "2020-02-30",
  "2020-13",
  "0000-01-01",
  "9999-12-31",
  "99999-01-01",
  "是",
  "true",
  "\ud800",
  "__proto__",
  "9".repeat(400),
  `0.${"0".repeat(400)}1`,
  NaN,
  Infinity,
  -0,
  -1,
  0.1,
  1e308,
  5e-324,
  2 ** 53,
  -(2 ** 53),
  10n ** 30n,
  Symbol("符号"),
  [],
  {},
  [[[]]],
  new Map(),
  () => 1,
  new Proxy({}, {}),
  Object.create(null),
  { toString: () => "1" },
];

const plain = [0, 1, 2, 55, 500, 501, 1000, 2 ** 53 - 1, "0.01", "1234.57", "100000", "5.5%", "0.055"] as const;

function valueFor(input: Program["inputs"][number], random: Random): unknown {
  switch (input.type.kind) {
    case "boolean":
      return random.below(2) === 0;
    case "date":
      return random.pick(["2020-01-31", "2020-02-29", "2020-04-01", "2020-12-31", "1900-01-01", "2026-10-01"]);
    case "month":
      return random.pick(["2020-01", "2020-04", "2020-06", "2021-12"]);
    case "choice":
      return random.pick(input.type.values);
    default:
      return random.pick(plain);
  }
}

/** Most values are of the right kind, so that evaluation is reached; a tenth is anything. */
export function dataFor(program: Program, random: Random): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const input of program.inputs)
    if (random.below(12) > 0)
      data[input.name] = random.below(10) === 0 ? random.pick(strange) : valueFor(input, random);
  if (random.below(3) === 0) data["基准日"] = random.pick(["2020-03-31", "2020-04-01", "2030-01-01"]);
  if (random.below(20) === 0) data[random.pick(["多余", "", "__proto__ ", "constructor"])] = 1;
  return data;
}

const jsonSigns = [
  ..."{}[]\":,0123456789.-+eE \n\t\\/，：“”'tfn\u0000\ud800是人%",
  "null",
  "true",
  "1e999",
  "\\u12",
  "//",
];

/** The data as text, often damaged. */
export function jsonFor(data: Readonly<Record<string, unknown>>, random: Random): string {
  let text = JSON.stringify(data, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  if (random.below(4) === 0) text = random.times(80, () => random.pick(jsonSigns)).join("");
  for (let changes = random.below(5); changes > 0; changes -= 1) {
    const start = random.below(text.length + 1);
    text = text.slice(0, start) + random.pick([...jsonSigns, ""]) + text.slice(start + random.below(3));
  }
  return text;
}
