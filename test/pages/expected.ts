/** What a page must show for a 算例, worked out from the case's own text and nothing that the page says. */
import { statusWords } from "../../compiler/evaluate/cases.ts";
import { showValue } from "../../compiler/evaluate/values.ts";
import type { Expectation, ExpectedValue, Outcome, Program } from "../../compiler/lowered.ts";
import type { Shown } from "./reader.ts";

const modality = { must: "应当", may: "可", mustNot: "不得", exempt: "无需" } as const;
const verdicts = {
  target: { met: "达到", unmet: "未达到", missing: "缺失", notApplicable: "不适用" },
  constraint: { met: "满足", unmet: "不满足", missing: "缺失", notApplicable: "不适用" },
} as const;

const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

function valueText(value: ExpectedValue, type: Outcome["type"]): string {
  switch (value.kind) {
    case "value":
      return literally(showValue(value.value, type));
    case "interval":
      return literally(`${showValue(value.low, type)}—${showValue(value.high, type)}`);
    case "options":
      return literally(`择一 ${value.options.join("、")}`);
    case "elsewhere":
      return "另行规定";
  }
}

/** The whole of what stands as the value: a pattern, since a case need not say the modality or the last day. */
function expectedOf(program: Program, expectation: Expectation): { readonly subject: string; readonly value: RegExp } {
  if (expectation.kind !== "outcome")
    return { subject: expectation.name, value: new RegExp(`^${verdicts[expectation.kind][expectation.status]}$`) };
  const { outcome: subject, status, value, due } = expectation;
  if (status !== undefined) return { subject, value: new RegExp(`^${statusWords[status]}(?:$|[(:])`) };
  const type = program.outcomes.find(({ name }) => name === subject)?.type ?? { kind: "action" };
  const manner = expectation.modality === undefined ? "(?:应当|可|不得|无需)?" : modality[expectation.modality];
  const said = type.kind === "action" ? literally(subject) : value === undefined ? "\\S.*" : valueText(value, type);
  const deadline = due === undefined ? "(?:, 期限 \\d{4}-\\d{2}-\\d{2})?" : `, 期限 ${due}`;
  return { subject, value: new RegExp(`^${manner} ?${said}${deadline}$`) };
}

/** What the page does not show as it should: one line each. */
export const differences = (
  program: Program,
  expectations: readonly Expectation[],
  shown: readonly Shown[],
): string[] =>
  expectations.flatMap((expectation) => {
    const { subject, value } = expectedOf(program, expectation);
    const card = shown.find((one) => one.kind === expectation.kind && one.subject === subject);
    return card !== undefined && value.test(card.value) ? [] : [`${subject}: ${value} ≠ ${card?.value ?? "(nothing)"}`];
  });
