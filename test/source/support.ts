import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile, type Diagnostic, SourceFile } from "../../compiler/index.ts";

/** Findings of the checks that tie rules to the text. */
export const quotationCodes = new Set([
  "quotation-not-found",
  "quotation-across-sentences",
  "quotation-missing",
  "figure-not-quoted",
  "figure-not-encoded",
  "boundary-word",
  "document-not-found",
  "paragraph-not-found",
  "unknown-responsible-unit",
]);

const input = `输入
  职工人数: 人
  裁员率: 比例
  收入: 元
  费用: 元
  月份: 月份
  日期: 日期
  参保月数: 月
  得分: 数
  年度: 数
  贫困: 是否
结果
  补贴: 元
  资助: 比例
  次日: 日期
  办理: 事项
  其余项: 事项
`;

/** A whole policy around statements, based on a document called 《办法》. */
export const policyOf = (statements: string, head = ""): string =>
  `政策 甲\n依据 《办法》\n发布 2020-05-13\n其余 不适用\n${head}\n${input}\n${statements}`;

export function findings(document: string, statements: string, head = ""): readonly Diagnostic[] {
  const files = [new SourceFile("甲.policy", policyOf(statements, head))];
  const { diagnostics } = compile(files, { documents: [{ path: "办法.md", text: `# 办法\n\n${document}\n` }] });
  const broken = diagnostics.filter(({ code, severity }) => severity === "error" && !quotationCodes.has(code));
  if (broken.length > 0) throw new Error(broken.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return diagnostics.filter(({ code }) => quotationCodes.has(code));
}

export const codes = (document: string, statements: string, head = ""): readonly string[] =>
  findings(document, statements, head).map(({ code }) => code);

/** One clause that quotes the whole document, with one rule. */
export const codesOf = (document: string, rule: string, head = ""): readonly string[] =>
  codes(document, `条款 某\n  原文「${document.replace(/[。;]$/, "")}」\n  ${rule}\n`, head);

const folder = fileURLToPath(new URL("../../policies/六保/", import.meta.url));

export const publishedDocument = { path: "六保意见.md", text: readFileSync(`${folder}六保意见.md`, "utf8") };

export const publishedPolicies = (): readonly SourceFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".policy"))
    .map((name) => new SourceFile(name, readFileSync(folder + name, "utf8")));
