import type { SourceFile } from "../diagnostics/source.ts";
export const format = (file: SourceFile): string => file.text;
