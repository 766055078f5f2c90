// A policy may come from anywhere: nothing in it may move the cursor, hide text or turn its direction. What belongs to the
// character before it stays: variation selectors, and joiners between emoji.
const unprintable =
  /[\p{Control}\p{Surrogate}\u2028\u2029\uFFF9-\uFFFB]|(?!\p{Variation_Selector}|\u200D)\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic}\p{Variation_Selector}?\p{Emoji_Modifier}?)\u200D/gu;

/** The text with every character that a terminal would act on, or not show, made visible. */
export const printable = (text: string): string => text.replace(unprintable, (found) => "\uFFFD".repeat(found.length));
