/** What was worked out lately, by a text that names all that it was worked out from. */

/** So many characters are kept at least, enough for a thousand policies; twice as many at most. */
const KEPT = 16_000_000;

export class Recent {
  #new = new Map<string, string>();
  #size = 0;
  /** Let go as a whole once as much again has been asked for. */
  #old: ReadonlyMap<string, string> = new Map();

  get(from: string): string | undefined {
    return this.#new.get(from) ?? this.#old.get(from);
  }

  keep(from: string, value: string): string {
    if (this.#new.has(from)) return value;
    if (this.#size > KEPT) [this.#old, this.#new, this.#size] = [this.#new, new Map(), 0];
    this.#new.set(from, value);
    this.#size += from.length + value.length;
    return value;
  }
}
