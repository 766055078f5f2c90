/** Parts of the page, made of text alone: whatever a policy says never becomes markup. */
type Attributes = Readonly<Record<string, string>>;
export type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Children with a word between each two. */
export const joined = (children: readonly Child[], separator: string): readonly Child[] =>
  children.flatMap((child, index) => (index === 0 ? [child] : [separator, child]));

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}
