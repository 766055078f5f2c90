/** The public entry of the compiler: everything here is pure; files, process and clock belong to the caller. */
export { compile, type Compilation, type CompiledPolicy, type CompileOptions } from "./compile.ts";
export { Memory } from "./memory.ts";
export type * from "./lowered.ts";
export { SourceFile, type Position, type Span } from "../diagnostics/source.ts";
export { isError, type Diagnostic, type Related, type Severity } from "../diagnostics/diagnostic.ts";
export { format, parse } from "../grammar/index.ts";
export type * as syntax from "../grammar/ast.ts";
export { drawDown, evaluate, readInput, runCase, toResult } from "./evaluate/index.ts";
export { explain } from "./explain/index.ts";
