/** The grammar's productions, for drawing syntax diagrams. */
import type { ISerializedGast } from "chevrotain";
import { PolicyParser } from "./parser.ts";

/** Chevrotain's own form, which its diagram builder takes. */
export const serializedGrammar = (): ISerializedGast[] => new PolicyParser().getSerializedGastProductions();
