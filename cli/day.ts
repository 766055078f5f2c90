/** Days on the command line. */
import { isDay } from "../runtime/dates.ts";
import { UsageError } from "./io.ts";

/** An ISO date that exists. */
export function dayOf(option: string, text: string): string {
  if (!isDay(text)) throw new UsageError(`选项 ${option} 要一个存在的日期,写如 2021-01-01,这里是「${text}」`);
  return text;
}
