/** Whether a result changed by the policy's own doing, or through what it imports. */
import type { Definition, Outcome, Program } from "../lowered.ts";
import { sliceOf } from "../regions/slice.ts";
import type { Forms } from "./forms.ts";
import type { Subject } from "./subject.ts";

/** The imported policies that a result changed through; none where the policy itself changed what it rests on. */
export function through(
  forms: { readonly before: Forms; readonly after: Forms },
  a: Subject,
  b: Subject,
): readonly string[] {
  const [first, second] = [reached(forms.before, a), reached(forms.after, b)];
  const names = new Set([...first.keys(), ...second.keys()]);
  const policies = new Set<string>();
  let isOwn = false;
  for (const name of names) {
    const [x, y] = [first.get(name), second.get(name)];
    if (x !== undefined && y !== undefined && x.own === y.own) continue;
    const policy = (y ?? x)?.policy;
    if (policy === undefined) isOwn = true;
    else policies.add(policy);
  }
  return isOwn ? [] : [...policies];
}

interface Reached {
  /** The part as it is written, without what it refers to. */
  readonly own: string;
  readonly policy: string | undefined;
}

function reached({ program }: Forms, { parts }: Subject): ReadonlyMap<string, Reached> {
  const names = parts.map(({ outcome }) => outcome);
  const slice: Program = sliceOf(
    program,
    program.outcomes.filter(({ name }) => names.includes(name)),
  );
  const own = [...slice.definitions, ...slice.outcomes];
  return new Map(own.map((part) => [part.name, { own: written(part), policy: policyOf(program, part.name) }]));
}

const policyOf = ({ definitions, outcomes }: Program, name: string): string | undefined =>
  [...definitions, ...outcomes].find((part) => part.name === name)?.importedFrom;

const written = (part: Definition | Outcome): string =>
  JSON.stringify(part, (key, value: unknown) => {
    if (key === "origin" || key === "assumptions" || key === "importedFrom") return undefined;
    return typeof value === "bigint" ? `${value}` : value;
  });
