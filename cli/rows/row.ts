/** One row of data on its way through a policy. */
import { catalogue, type Code, type Parameters } from "../../diagnostics/catalogue.generated.ts";
import { diagnose, type Severity } from "../../diagnostics/diagnostic.ts";
import { SourceFile } from "../../diagnostics/source.ts";

/** Of a row, or of the header: it has a line, and no place within it. */
export interface RowFault {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string | undefined;
}

export interface Row {
  readonly line: number;
  /** As the JSON contract has it; none where the row could not be read. */
  readonly given: Readonly<Record<string, unknown>> | undefined;
  /** What an output table repeats of it. */
  readonly cells: readonly string[];
  /** Why it could not be read. */
  readonly faults: readonly RowFault[];
}

/** What is known of all rows before the first. */
export interface Header {
  readonly line: number;
  /** What an output table repeats. */
  readonly columns: readonly string[];
  readonly faults: readonly RowFault[];
}

const NO_FILE = new SourceFile("", "");

export function rowFault<C extends Code>(code: C, parameters: Parameters[C]): RowFault {
  const { message, hint } = diagnose(code, parameters, NO_FILE, { start: 0, end: 0 });
  return { code, message, hint };
}

export const severityOf = (code: Code): Severity => catalogue[code].severity;

/** Of at most fifteen digits: any such decimal is what its double prints as. */
const SHORT_DECIMAL = /^-?(?:\d{1,15}|(?=[\d.]{3,16}$)\d+\.\d+)$/;

/** Decimal text as the number that stands for the same value, where one does: policies compute with numbers far faster. */
export const asNumber = (text: string): number | string => (SHORT_DECIMAL.test(text) ? Number(text) : text);
