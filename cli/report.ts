/** How findings leave the program: as frames for a person, as JSON for a program. */
import pico from "picocolors";
import {
  type Finding,
  type FrameOptions,
  type Palette,
  renderDiagnostic,
  renderDiagnostics,
  sortFindings,
} from "../diagnostics/frame.ts";
import { printable } from "../diagnostics/printable.ts";
import type { Position, SourceFile, Span } from "../diagnostics/source.ts";
import type { Io, Output } from "./io.ts";

/** Colour only where a person looks on, and never where NO_COLOR asks for none. */
const wantsColour = (io: Io, output: Output): boolean => {
  if ((io.env["NO_COLOR"] ?? "") !== "") return false;
  return (io.env["FORCE_COLOR"] ?? "") !== "" || (output.isTTY && io.env["TERM"] !== "dumb");
};

export function paletteFor(io: Io, output: Output): Palette & { readonly good: (text: string) => string } {
  const colours = pico.createColors(wantsColour(io, output));
  return {
    error: (text) => colours.bold(colours.red(text)),
    warning: (text) => colours.bold(colours.yellow(text)),
    info: colours.cyan,
    strong: colours.bold,
    quiet: colours.dim,
    good: colours.green,
  };
}

const frameOptions = (io: Io, output: Output): FrameOptions => ({
  palette: paletteFor(io, output),
  columns: output.isTTY ? output.columns : undefined,
});

export function printFindings(io: Io, findings: readonly Finding[]): void {
  if (findings.length > 0) io.stderr.write(renderDiagnostics(findings, frameOptions(io, io.stderr)));
}

/** Frames within a listing, without the count at the end. */
export const frame = (finding: Finding, io: Io, output: Output): string =>
  renderDiagnostic(finding, frameOptions(io, output));

/** A policy's name and file, at the head of what is listed of it. */
export const titleOf = (
  { program, file }: { readonly program: { readonly policy: string } | undefined; readonly file: SourceFile },
  palette: Palette,
): string => `${palette.strong(printable(program?.policy ?? ""))} ${palette.quiet(printable(file.path))}`;

export const indented = (block: string): string => block.replaceAll(/^/gm, "    ");

interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export function placeOf(read: SourceFile, at: Span): Place {
  const { file, span } = read.placeOf(at);
  return { file: file.path, start: file.positionAt(span.start), end: file.positionAt(span.end) };
}

/** The form of `check --json`. */
export function findingsAsJson(findings: readonly Finding[]): string {
  const diagnostics = sortFindings(findings).map(({ code, severity, message, file, span, hint, related, witness }) => ({
    code,
    severity,
    message,
    ...placeOf(file, span),
    ...(hint === undefined ? {} : { hint }),
    related: related.map((other) => ({ message: other.message, ...placeOf(other.file, other.span) })),
    ...(witness === undefined ? {} : { witness }),
  }));
  return asJson({ diagnostics });
}

export const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** On stderr as frames, or on stdout as JSON. */
export function tell(io: Io, json: boolean, findings: readonly Finding[]): void {
  if (json) io.stdout.write(findingsAsJson(findings));
  else printFindings(io, findings);
}
