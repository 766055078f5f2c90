import { type ILookaheadStrategy, LLkLookaheadStrategy } from "chevrotain";

type ForAlternation = ILookaheadStrategy["buildLookaheadForAlternation"];
type ForOptional = ILookaheadStrategy["buildLookaheadForOptional"];

/** Chevrotain works out how to choose at every fork of the grammar before it reads; here, at a fork first come to. */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Parameters<ForAlternation>[0]): ReturnType<ForAlternation> {
    return onFirstUse(() => super.buildLookaheadForAlternation(options));
  }

  override buildLookaheadForOptional(options: Parameters<ForOptional>[0]): ReturnType<ForOptional> {
    return onFirstUse(() => super.buildLookaheadForOptional(options));
  }
}

/** Chevrotain calls what it is given with the parser as `this`. */
function onFirstUse<This, Arguments extends unknown[], Answer>(
  build: () => (this: This, ...values: Arguments) => Answer,
): (this: This, ...values: Arguments) => Answer {
  let built: ReturnType<typeof build> | undefined;
  return function (...values) {
    built ??= build();
    return built.apply(this, values);
  };
}
