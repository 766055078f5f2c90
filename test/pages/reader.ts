/** A page as someone uses it: fields are found by their labels and filled by hand, answers are read from the screen. */
import type { Page } from "playwright-core";
import type { Input, Value } from "../../compiler/lowered.ts";
import { formatRational, multiply, rational } from "../../grammar/rational.ts";

export interface Shown {
  /** outcome, target, constraint */
  readonly kind: string;
  readonly subject: string;
  readonly value: string;
  readonly text: string;
  readonly why: string;
}

export async function fill(page: Page, { name, type }: Pick<Input, "name" | "type">, value: Value): Promise<void> {
  const field = (): ReturnType<Page["getByLabel"]> => page.getByLabel(name, { exact: true });
  switch (value.kind) {
    case "boolean":
      await page
        .getByRole("group", { name, exact: true })
        .getByLabel(value.value ? "是" : "否", { exact: true })
        .check();
      break;
    case "choice":
      await field().selectOption({ label: value.value });
      break;
    case "date":
    case "month":
      await field().fill(value.iso);
      break;
    case "quantity": {
      const isRatio = type.kind === "quantity" && type.notation === "ratio";
      const hundredfold = `${formatRational(multiply(value.value, rational(100)))}%`;
      await field().fill(isRatio ? hundredfold : formatRational(value.value));
    }
  }
}

// By keyboard: the mouse would wait for the page to be painted, hundreds of times over.
export const compute = (page: Page): Promise<void> => page.getByRole("button", { name: "计算" }).press("Enter");
export const clear = (page: Page): Promise<void> => page.getByRole("button", { name: "清空" }).press("Enter");

/** Every answer on the page. */
export const answers = (page: Page): Promise<readonly Shown[]> =>
  page.locator("article.outcome:not([data-kind=imported])").evaluateAll((cards) =>
    cards.map((card) => ({
      kind: card.getAttribute("data-kind") ?? "",
      subject: card.getAttribute("data-subject") ?? "",
      value: card.querySelector(".value")?.textContent?.trim() ?? "",
      text: card.querySelector(".answer")?.textContent ?? "",
      why: card.querySelector(".why")?.textContent ?? "",
    })),
  );

export async function answerTo(page: Page, subject: string): Promise<Shown> {
  const found = (await answers(page)).find((shown) => shown.subject === subject);
  if (found === undefined) throw new Error(`the page shows no answer to ${subject}`);
  return found;
}
