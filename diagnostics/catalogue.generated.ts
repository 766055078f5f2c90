// Made from messages/*.md by generate.ts. Edit those.
export interface CatalogueEntry {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint?: string;
}
export interface Parameters {
  readonly "unknown-term": { readonly name: string };
}
export type Code = keyof Parameters;
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = {
  "unknown-term": {
    severity: "error",
    message: "找不到「{name}」这个词",
    hint: "请在「输入」「定义」或「结果」中声明它,或改用已经声明的词",
  },
};
