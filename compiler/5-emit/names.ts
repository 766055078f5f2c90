/** Names and texts of a policy as TypeScript: whatever they hold, they can never become code. */

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Words that cannot name a local or a function in strict mode. */
const reserved = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for from function get if implements import in instanceof interface let new null of package " +
    "private protected public return set static super switch this throw true try type typeof undefined using var void " +
    "while with yield NaN Infinity Object Partial Readonly Record any bigint boolean never number object string symbol " +
    "unknown globalThis"
  ).split(" "),
);

/** Hands out identifiers for one module: a name keeps its own wherever that is free. Different names never meet. */
export class Names {
  readonly #taken: ReadonlySet<string>;

  /** `taken`: what the module calls its own parts, and what it imports. */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  identifier(name: string): string {
    const isFree = IDENTIFIER.test(name) && !reserved.has(name) && !this.#taken.has(name) && !name.startsWith("_");
    return isFree ? name : `_${[...name].map(escapeLetter).join("")}`;
  }
}

/** An underscore and the code point stand for what an identifier cannot hold, and for the underscore itself. */
const escapeLetter = (letter: string): string =>
  letter !== "_" && /[\p{ID_Continue}]/u.test(letter) ? letter : `_${(letter.codePointAt(0) ?? 0).toString(16)}_`;

/** A string literal; line separators and the like are escaped too. */
export const quote = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]/g,
    (letter, at: number, whole: string) => (isPaired(whole, at) ? letter : `\\u${hex(letter.charCodeAt(0))}`),
  );

const hex = (code: number): string => code.toString(16).padStart(4, "0");

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Half of a letter beyond the basic plane, with its other half beside it. */
function isPaired(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (isHigh(code) && isLow(text.charCodeAt(at + 1))) || (isLow(code) && isHigh(text.charCodeAt(at - 1)));
}

/** What stands in a comment, on one line and unable to end it. */
export const commentText = (text: string): string =>
  quote(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("*/", "*∕").replaceAll("/*", "∕*");

/** `.裁员率`, or `["5G基站"]` for what is no identifier. */
export const member = (name: string): string => (IDENTIFIER.test(name) ? `.${name}` : `[${quote(name)}]`);

/** A key of an object literal or type. */
export const key = (name: string): string =>
  name === "__proto__" ? '["__proto__"]' : IDENTIFIER.test(name) ? name : quote(name);

/** A whole number of smallest units, its decimals set off: 3600000 hundredths are `36000_00`. */
export function wholeNumber(count: bigint, scale: bigint): string {
  const size = count < 0n ? -count : count;
  const places = String(scale).length - 1;
  const digits = String(size);
  const isDecimal = places > 0 && scale === 10n ** BigInt(places);
  const shown = isDecimal && digits.length > places ? `${digits.slice(0, -places)}_${digits.slice(-places)}` : digits;
  const suffix = size > BigInt(Number.MAX_SAFE_INTEGER) ? "n" : "";
  return `${count < 0n ? "-" : ""}${shown}${suffix}`;
}

/** `0.01`, or `1/3` where the decimals do not end. */
export const bigintLiteral = (value: bigint): string => `${value}n`;

/** Objects of only those entries that have something to say. */
export const record = (entries: readonly (readonly [string, string | undefined])[]): string =>
  `{ ${entries.flatMap(([name, code]) => (code === undefined ? [] : [`${key(name)}: ${code}`])).join(", ")} }`;

/** With a line for each entry, wherever there is room for more. */
export const tallRecord = (entries: Parameters<typeof record>[0]): string => record(entries).replace(/^{ /, "{\n");

export const list = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : `[${texts.map(quote).join(", ")}]`;
