/** One trie a file, over its terms and the language's keywords. The dictionary belongs to the file, not to the lexer. */
import { keywords, type Keyword } from "./keywords.ts";
import { isDigit, isLatin } from "./width.ts";

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  keywords: readonly Keyword[];
  /** Where a term may stand. */
  term: "anywhere" | "case" | undefined;
}

interface WordMatch {
  readonly end: number;
  /** None: the word is a declared term. */
  readonly keyword: Keyword | undefined;
}

const newNode = (): TrieNode => ({ next: new Map(), keywords: [], term: undefined });

export class Dictionary {
  readonly #root = newNode();

  /** `caseTerms` are words in 算例 alone. */
  constructor(terms: Iterable<string>, caseTerms: Iterable<string> = []) {
    for (const keyword of keywords) {
      if (keyword.place === "margin" || keyword.place === "heading" || keyword.place === "lineStart") continue;
      const node = this.#nodeFor(keyword.word);
      node.keywords = [...node.keywords, keyword];
    }
    for (const term of caseTerms) this.#nodeFor(term).term = "case";
    for (const term of terms) this.#nodeFor(term).term = "anywhere";
  }

  #nodeFor(word: string): TrieNode {
    let node = this.#root;
    for (let index = 0; index < word.length; index += 1) {
      const code = word.charCodeAt(index);
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = newNode()));
      node = next;
    }
    return node;
  }

  /** Whether any word begins with this unit. */
  mayBegin(code: number): boolean {
    return this.#root.next.has(code);
  }

  /** The words that stand at `start`, the longest first, a term before a keyword of the same length. */
  matches(
    text: string,
    start: number,
    inCase: boolean,
    accepts: (keyword: Keyword, end: number) => boolean,
  ): WordMatch[] {
    const found: WordMatch[] = [];
    let node: TrieNode | undefined = this.#root;
    for (let index = start; node !== undefined; index += 1) {
      for (const keyword of node.keywords) if (accepts(keyword, index)) found.push({ end: index, keyword });
      if ((node.term === "anywhere" || (inCase && node.term === "case")) && endsWord(text, index))
        found.push({ end: index, keyword: undefined });
      node = node.next.get(text.charCodeAt(index));
    }
    return found.reverse();
  }
}

/** A term in Latin letters or digits is not cut out of a longer word or number: A股 is not in 沪AA股. */
function endsWord(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const next = text.charCodeAt(end);
  return !((isLatin(last) && isLatin(next)) || (isDigit(last) && isDigit(next)));
}
