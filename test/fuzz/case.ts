import { Random } from "./random.ts";
import { targetOf } from "./targets.ts";

export interface Failure {
  readonly seed: number;
  readonly index: number;
  readonly target: string;
  /** The error's stack, or how the process ended. */
  readonly reason: string;
  readonly fed?: string;
}

const shown = (fed: unknown): string =>
  fed instanceof Uint8Array
    ? `base64 ${Buffer.from(fed).toString("base64")}`
    : typeof fed === "string"
      ? fed
      : JSON.stringify(fed, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));

/** Runs one case, which depends on the seed and the index alone; undefined where all holds. */
export async function runFuzzCase(seed: number, index: number): Promise<Failure | undefined> {
  const target = targetOf(index);
  let fed: unknown;
  try {
    await target.run(new Random(seed, index), (given) => {
      fed = given;
    });
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed, index, target: target.name, reason, fed: shown(fed) };
  }
}
