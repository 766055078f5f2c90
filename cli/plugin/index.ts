/** `import { evaluate } from "./稳岗返还.policy"` in Vite, Rollup, Rolldown and esbuild. */
import { dirname, resolve } from "node:path";
import { createUnplugin, type UnpluginInstance } from "unplugin";
import { type Diagnostic, isError } from "../../diagnostics/diagnostic.ts";
import { isDocument } from "../documents.ts";
import { displayPath, isInside, POLICY_EXTENSION } from "../files.ts";
import { OperationError } from "../io.ts";
import { policyRoot } from "../project.ts";
import { Policies } from "./policies.ts";

export interface PluginOptions {
  /**
   * The folder among whose policies imports are looked up. By default the nearest folder called `policies` at or above
   * the file, or else the folder that it lies in.
   */
  readonly policies?: string;
  /** false writes no `.d.policy.ts` beside a policy. */
  readonly types?: boolean;
}

type Plugins = UnpluginInstance<PluginOptions | undefined>;

const plugin: Plugins = createUnplugin((options = {}) => {
  const cwd = process.cwd();
  const folders = new Map<string, Policies>();
  /** By policy file, what it was made from. */
  const dependencies = new Map<string, ReadonlySet<string>>();
  /** Policy files with findings, which any other policy or document may have to do with: by a name, or by being new. */
  const wanting = new Set<string>();

  const policiesOf = (path: string): Policies => {
    const asked = options.policies === undefined ? undefined : resolve(cwd, options.policies);
    const own = dirname(path);
    const root = asked !== undefined && isInside(asked, path) ? asked : (policyRoot(own) ?? own);
    const known = folders.get(root) ?? new Policies(root, cwd);
    folders.set(root, known);
    return known;
  };

  return {
    name: "guiju",
    load: {
      filter: { id: /\.policy$/ },
      async handler(id) {
        try {
          const loaded = await policiesOf(id).load(id, options.types !== false);
          dependencies.set(id, new Set(loaded.dependencies));
          if (loaded.findings.length > 0) wanting.add(id);
          else wanting.delete(id);
          for (const path of loaded.dependencies) if (path !== id) this.addWatchFile(path);
          for (const finding of loaded.findings) if (!isError(finding)) this.warn(messageOf(finding, cwd));
          const errors = loaded.findings.filter(isError);
          if (errors.length > 0) this.error(faultOf(errors, cwd));
          else if (loaded.script === undefined) this.error(`${displayPath(cwd, id)}: 这个文件里没有政策`);
          // esbuild goes on after an error: with nothing of a module rather than with none.
          return loaded.script ?? "";
        } catch (error) {
          if (!(error instanceof OperationError)) throw error;
          this.error(error.message);
          return "";
        }
      },
    },
    vite: {
      /** A change in what a policy imports or quotes, or in what amends it, reaches whoever imports the policy. */
      hotUpdate({ file, modules, type }) {
        const isPolicy = file.endsWith(POLICY_EXTENSION);
        const mayMend = isPolicy || isDocument(file);
        // A new file may amend any policy.
        const mayReachAll = type === "create" && isPolicy;
        const reached = [...dependencies].flatMap(([policy, paths]) =>
          mayReachAll || paths.has(file) || (mayMend && wanting.has(policy)) ? [policy] : [],
        );
        const { moduleGraph } = this.environment;
        const others = reached.flatMap((policy) => [...(moduleGraph.getModulesByFile(policy) ?? [])]);
        return others.length === 0 ? undefined : [...new Set([...modules, ...others])];
      },
    },
  };
});

export const vite: Plugins["vite"] = plugin.vite;
export const rollup: Plugins["rollup"] = plugin.rollup;
export const rolldown: Plugins["rolldown"] = plugin.rolldown;
export const esbuild: Plugins["esbuild"] = plugin.esbuild;

function messageOf({ code, message, hint, file, span }: Diagnostic, cwd: string): string {
  const { line, column } = file.positionAt(span.start);
  const mend = hint === undefined ? "" : `\n  改法: ${hint}`;
  return `${displayPath(cwd, resolve(cwd, file.path))}:${line}:${column} [${code}] ${message}${mend}`;
}

/** All errors in one message, placed at the first. */
function faultOf(errors: readonly Diagnostic[], cwd: string) {
  const message = errors.map((error) => messageOf(error, cwd)).join("\n");
  const [first] = errors;
  if (first === undefined) return { message };
  const { line, column } = first.file.positionAt(first.span.start);
  const file = resolve(cwd, first.file.path);
  // Where the compiler stood when it found it helps nobody.
  return { message, stack: "", id: file, loc: { file, line, column: column - 1 } };
}
