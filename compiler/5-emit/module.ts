/** One module a policy. */
import type { FunctionDeclarationStructure, InterfaceDeclarationStructure } from "ts-morph";
import type { Expression, Program } from "../lowered.ts";
import { outcomeReads, walk } from "../walk.ts";
import { clauseBranches, periodCode } from "./clause.ts";
import { factType, inputCode, inputsRead, inputType, inputWords, isOptional, outcomeCode } from "./declarations.ts";
import { Writer } from "./expression.ts";
import { commentText, key, list, member, Names, quote, record } from "./names.ts";
import { unsettled } from "./openness.ts";
import { isPlain } from "./overlap.ts";
import { poolsCode, poolTypesCode, requirementsCode } from "./requirement.ts";

/** What a module calls its own parts; terms of these names are called otherwise there. */
const ownParts = (
  "CompleteOutcomes CompleteResult constraints decide drawDown evaluate ExactInput ExactOutcomes facts Facts Input inputs " +
  "ledger metadata Outcomes outcomes policy pools Result schema source targets weigh"
).split(" ");

/** A function's own statements are texts; one that an empty line stands before begins with it. */
type FunctionStructure = FunctionDeclarationStructure & { readonly statements: readonly string[] };
export type Statement = InterfaceDeclarationStructure | FunctionStructure | string;

/** The statements of a policy's module, in the order of its parts. */
export function moduleStatements(
  program: Program,
  structureKinds: typeof import("ts-morph").StructureKind,
): Statement[] {
  const writer = new Writer(program, new Names(ownParts));
  return [
    importCode,
    ...interfaces(program, structureKinds),
    inputsCode(program),
    outcomesCode(program, writer),
    ...definitionsCode(program, writer),
    poolsCode(program, writer),
    weighFunction(program, writer, structureKinds),
    requirementsCode("targets", program, writer),
    requirementsCode("constraints", program, writer),
    ...policyCode(program, writer),
    ...answersCode,
    program.pools.length === 0 ? "" : drawDownCode,
  ].filter((statement) => statement !== "");
}

const importCode = 'import * as $ from "guiju/runtime";';

/** What a module declares, for those who import the policy itself: as it stands in the module, without its clauses. */
export function declarationStatements(
  program: Program,
  structureKinds: typeof import("ts-morph").StructureKind,
): Statement[] {
  const { names } = new Writer(program, new Names(ownParts));
  const listed = (["targets", "constraints"] as const)
    .filter((kind) => program[kind].length > 0)
    .map(
      (kind) => `declare const ${kind}: { ${program[kind].map(({ name }) => `${key(name)}: unknown;`).join(" ")} };`,
    );
  const definitions = program.definitions.map(
    ({ name, expression }) =>
      `export declare function ${names.identifier(name)}(facts: Facts): ${factType({ type: expression.type })};`,
  );
  return [
    importCode,
    ...interfaces(program, structureKinds),
    ...listed,
    ...definitions,
    `declare const policy: ${policyType(program)};`,
    "export declare const schema: $.Schema;\nexport declare const metadata: $.Metadata;",
    'export declare const evaluate: (typeof policy)["evaluate"];',
    'export declare const decide: (typeof policy)["decide"];',
    ...(program.pools.length === 0 ? [] : ['export declare const drawDown: (typeof policy)["drawDown"];']),
    "export {};",
  ];
}

const policyType = ({ pools }: Program): string =>
  `$.Policy<ExactInput, ExactOutcomes, $.Evaluate<Input, CompleteResult, Result>${pools.length === 0 ? "" : ", $.DrawDown<Input, CompleteResult, Result>"}>`;

function interfaces(program: Program, { Interface }: typeof import("ts-morph").StructureKind): Statement[] {
  const read = inputsRead(program);
  const open = unsettled(program);
  const own = program.outcomes.filter(({ importedFrom }) => importedFrom === undefined);
  const names = (kind: "targets" | "constraints"): string =>
    program[kind].length === 0 ? "never" : `keyof typeof ${kind}`;
  const inputs: InterfaceDeclarationStructure = {
    kind: Interface,
    name: "Input",
    isExported: true,
    docs: [`What ${commentText(program.policy)} asks for.`],
    properties: program.inputs.map((input) => ({
      name: key(input.name),
      type: inputType(input),
      isReadonly: true,
      hasQuestionToken: isOptional(input, read),
      docs: [commentText(inputWords(input))],
    })),
  };
  const outcomes: InterfaceDeclarationStructure = {
    kind: Interface,
    name: "CompleteOutcomes",
    isExported: true,
    docs: ["What it answers where every input is given."],
    properties: own.map(({ name, type }) => ({
      name: key(name),
      type: open.has(name) ? "$.Outcome" : "$.CompleteOutcome",
      isReadonly: true,
      docs: [commentText(type.kind === "quantity" ? type.unit : outcomeWords[type.kind])],
    })),
  };
  const facts = (terms: readonly Pick<Program["inputs"][number], "name" | "type">[] | Program["outcomes"]): string =>
    `{ ${terms.map((term) => `readonly ${key(term.name)}: ${factType(term)};`).join(" ")} }`;
  const others = `${names("targets")}, ${names("constraints")}, Facts`;
  return [
    inputs,
    outcomes,
    `/** What it answers where some inputs may not be given. */
     export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };`,
    `export type CompleteResult = $.Answer<CompleteOutcomes, ${others}>;`,
    `export type Result = $.Answer<Outcomes, ${others}>;`,
    `/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
     export type ExactInput = ${facts(program.inputs.filter(({ name }) => read.has(name)))};`,
    `export type ExactOutcomes = ${facts(program.outcomes)};`,
    `export type Facts = ExactInput & ExactOutcomes;`,
  ];
}

const outcomeWords = { action: "事项", boolean: "是否", date: "日期", month: "月份", choice: "其中之一" } as const;

const inputsCode = (program: Program): string => {
  const read = inputsRead(program);
  const inputs = program.inputs.map((input) => `${key(input.name)}: ${inputCode(input, read.has(input.name))},`);
  return `const inputs = {\n${inputs.join("\n")}\n};`;
};

const outcomesCode = (program: Program, writer: Writer): string =>
  `const outcomes = {\n${program.outcomes.map((outcome) => `${key(outcome.name)}: ${outcomeCode(outcome, writer)},`).join("\n")}\n};`;

const definitionsCode = (program: Program, writer: Writer): readonly string[] =>
  program.definitions.map(({ name, expression, assumptions }) => {
    const comment = assumptions.length === 0 ? "" : `/** 推定 ${assumptions.map(commentText).join(" ")} */\n`;
    const code = writer.code(expression);
    const parameter = code.includes("facts") ? "facts" : "_facts";
    const returns = factType({ type: expression.type });
    return `${comment}export function ${writer.names.identifier(name)}(${parameter}: Facts): ${returns} { return ${code}; }`;
  });

/** All clauses, flat, then every outcome in the order of what it reads. */
function weighFunction(
  program: Program,
  writer: Writer,
  { Function: kind }: typeof import("ts-morph").StructureKind,
): FunctionStructure {
  const outcomes = new Map(program.outcomes.map((outcome) => [outcome.name, outcome]));
  const branches = clauseBranches(program, writer);
  const settled = program.evaluationOrder.flatMap((name) => {
    const outcome = outcomes.get(name);
    if (outcome === undefined) return [];
    const fact = `facts${member(name)}`;
    if (outcome.formula === undefined) return [`${fact} = ledger.settle(${quote(name)});`];
    const reads = list([...outcomesRead(outcome.formula, program)]) ?? "[]";
    const period = outcome.period === undefined ? "" : `, ${periodCode(outcome.period)}`;
    const value =
      outcome.type.kind === "quantity"
        ? writer.codeIn(outcome.formula, writer.outcomeUnit(name))
        : writer.code(outcome.formula);
    return [`${fact} = ledger.derive(${quote(name)}, ${value}, ${reads}${period});`];
  });
  const statements = [...branches.map((code, index) => (index === 0 ? code : `\n${code}`)), ...settled];
  const unused = (name: string): string =>
    statements.some((statement) => statement.includes(name)) ? name : `_${name}`;
  return {
    kind,
    name: "weigh",
    docs: ["All clauses in the order of the policy, each with what is known of it, then the outcomes."],
    parameters: [
      { name: unused("facts"), type: "$.Open<Facts>" },
      { name: unused("ledger"), type: "$.Ledger" },
    ],
    returnType: "void",
    statements,
  };
}

function outcomesRead(root: Expression, program: Program): ReadonlySet<string> {
  const definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));
  const found = new Set<string>();
  const visit = (expression: Expression): void => {
    for (const part of walk(expression)) {
      if (part.kind === "outcome") found.add(part.name);
      const definition = part.kind === "definition" ? definitions.get(part.name) : undefined;
      if (definition !== undefined) visit(definition);
    }
  };
  visit(root);
  return found;
}

function policyCode(program: Program, writer: Writer): readonly string[] {
  const { policy, document, issued, responsible, definitions } = program;
  const assumed = definitions.map(({ name, assumptions }) =>
    record([
      ["name", quote(name)],
      ["assumptions", list(assumptions)],
    ]),
  );
  const source = record([
    ["name", quote(policy)],
    [
      "document",
      document === undefined
        ? undefined
        : record([
            ["title", quote(document.title)],
            ["paragraphs", list(document.paragraphs) ?? "[]"],
          ]),
    ],
    ["issued", issued === undefined ? undefined : quote(issued)],
    ["responsible", list(responsible)],
    ["inputs", "inputs"],
    ["definitions", assumed.length === 0 ? undefined : `[${assumed.join(", ")}]`],
    ["outcomes", "outcomes"],
    ["targets", program.targets.length === 0 ? undefined : "targets"],
    ["constraints", program.constraints.length === 0 ? undefined : "constraints"],
    ["pools", poolTypesCode(program)],
    ["weigh", "weigh"],
    ["isPlain", String(isPlain(program, writer))],
    ["passes", String(passesOf(program))],
  ]);
  return [
    `const source: $.PolicySource<Facts> = ${source.replace(/\b(inputs|outcomes|targets|constraints|weigh): \1\b/g, "$1")};`,
    `const policy = new ${policyType(program)}(source);`,
    `/** JSON Schema (draft 2020-12) of the input. */
     export const schema: $.Schema = policy.schema;`,
    `/** The document, the terms and their units, the clauses and their words. */
     export const metadata: $.Metadata = policy.metadata;`,
  ];
}

/** How many rounds it takes until each outcome is settled before a clause that reads it. */
function passesOf(program: Program): number {
  const outcomes = new Map(program.outcomes.map((outcome) => [outcome.name, outcome]));
  const levels = new Map<string, number>();
  for (const name of program.evaluationOrder) {
    const outcome = outcomes.get(name);
    if (outcome === undefined) continue;
    const level = (root: Expression): number =>
      Math.max(0, ...[...outcomesRead(root, program)].map((read) => levels.get(read) ?? 0));
    levels.set(
      name,
      outcome.formula === undefined
        ? 1 + Math.max(0, ...outcomeReads(outcome, program.pools).map(level))
        : // Clauses come first in a round: even what a formula makes of inputs alone is there for them in the next.
          Math.max(1, level(outcome.formula)),
    );
  }
  return Math.max(1, ...levels.values());
}

const answersCode = [
  `/** Answers all outcomes; throws an InputError with every fault of the data. */
   export const { evaluate } = policy;`,
  `/** The outcomes alone, of facts that are complete and within their limits, such as \`evaluate\` makes of sound data. */
   export const { decide } = policy;`,
];

const drawDownCode = `/** Answers rows in their order, each with what those before it left in the pools; a row at fault draws nothing. */
export const { drawDown } = policy;`;
