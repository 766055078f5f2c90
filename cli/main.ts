/** Argument parsing: which command, with which options. What a command does stands in commands/, loaded when asked for. */
import { Command, CommanderError, type HelpConfiguration, Option } from "commander";
import { printable } from "../diagnostics/printable.ts";
import type { AnalyzeOptions } from "./commands/analyze.ts";
import type { BuildOptions } from "./commands/build.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { CoverageOptions } from "./commands/coverage.ts";
import type { ConsolidateOptions } from "./commands/consolidate.ts";
import type { DiffOptions } from "./commands/diff.ts";
import type { DocsOptions } from "./commands/docs.ts";
import type { EvalOptions } from "./commands/eval.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { FmtOptions } from "./commands/fmt.ts";
import type { TestOptions } from "./commands/test.ts";
import type { WatchOptions } from "./commands/watch.ts";
import { type ExitCode, type Io, OperationError, UsageError } from "./io.ts";
import { nearest } from "../grammar/nearest.ts";
import { packageVersion } from "./package.ts";
import { formats } from "./rows/formats.ts";
import { encodings } from "./rows/lines.ts";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法:",
  "Arguments:": "参数:",
  "Options:": "选项:",
  "Commands:": "命令:",
};

const helpInChinese: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  // Help holds ASCII and full-width characters alone.
  displayWidth: (text) => text.replaceAll(/[^\u0020-\u007E]/g, "  ").length,
  subcommandTerm: (command) =>
    [
      command.name(),
      ...command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`)),
    ].join(" "),
  optionDescription: (option) => option.description,
};

function describe(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command("guiju")
    .description("规矩:把中文政策变成精确、可查证的程序")
    .usage("<命令> [选项]")
    .exitOverride()
    .configureHelp(helpInChinese)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Faults of the command line are told by `run`, in Chinese.
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError(false)
    .helpOption("-h, --help", "显示说明")
    .helpCommand("help [命令]", "显示某个命令的说明")
    .version(packageVersion(), "-V, --version", "显示版本");

  const folder = ["[路径]", "政策所在的文件夹或文件,默认 policies/"] as const;
  const policy = ["<政策>", "政策的名称,或 .policy 文件的路径"] as const;
  const json = ["--json", "以 JSON 输出"] as const;
  const input = (): Option => new Option("--input <文件>", "输入的 JSON 文件,- 为标准输入").makeOptionMandatory();

  program
    .command("build")
    .description("编译政策,检查类型,写出 TypeScript 代码")
    .usage("[路径] [选项]")
    .argument(...folder)
    .option("--check", "只核对已写出的代码是否最新,不写文件")
    .option("--out <文件夹>", "写到哪里,默认 generated/")
    .option("--verbose", "显示每一步用时")
    .action(async (path: string | undefined, options: BuildOptions) =>
      finish(await (await import("./commands/build.ts")).build(io, path, options)),
    );
  program
    .command("check")
    .description("检查政策,列出错误和警告")
    .usage("[路径] [选项]")
    .argument(...folder)
    .option(...json)
    .action(async (path: string | undefined, options: CheckOptions) =>
      finish(await (await import("./commands/check.ts")).check(io, path, options)),
    );
  program
    .command("coverage")
    .description("逐句核对文件:写成了哪条规则,为什么不是规则,还是没有着落")
    .usage("[路径] [选项]")
    .argument(...folder)
    .option(...json)
    .option("--html <文件>", "写出网页,文件与规则左右对照")
    .option("--units", "列出责任单位各负责什么")
    .option("--check", "有句子没有着落时,以 1 退出")
    .action(async (path: string | undefined, options: CoverageOptions) =>
      finish(await (await import("./commands/coverage.ts")).coverDocuments(io, path, options)),
    );
  program
    .command("docs")
    .description("写出网页:每份政策的原文、条款、算例,可以在网页里试算")
    .usage("[路径] [选项]")
    .argument(...folder)
    .option("--out <文件夹>", "写到哪里,默认 site/")
    .action(async (path: string | undefined, options: DocsOptions) =>
      finish(await (await import("./commands/docs.ts")).writeSite(io, path, options)),
    );
  program
    .command("eval")
    .description("按政策计算结果:一份输入,或逐行的许多份")
    .usage("<政策> [路径] --input <文件> [选项]")
    .argument(...policy)
    .argument(...folder)
    .addOption(
      new Option("--input <文件>", "输入:一份 JSON,或逐行的 .ndjson、.csv 文件,- 为标准输入").makeOptionMandatory(),
    )
    .option(...json)
    .addOption(
      new Option("--from <格式>", "逐行输入的格式:ndjson 或 csv,默认看扩展名,看不出的与 --format 相同").choices(
        formats,
      ),
    )
    .addOption(
      new Option("--format <格式>", "逐行输出的格式:ndjson 或 csv,默认看 --output 的扩展名,看不出的与输入相同").choices(
        formats,
      ),
    )
    .option("--output <文件>", "逐行的结果写到哪里,默认标准输出")
    .addOption(new Option("--encoding <编码>", "逐行输入的编码:utf-8(默认)或 gbk").choices(encodings))
    .action(async (name: string, path: string | undefined, options: EvalOptions) =>
      finish(await (await import("./commands/eval.ts")).evaluateInput(io, name, path, options)),
    );
  program
    .command("explain")
    .description("计算一份输入,并说明依据哪一条、为什么")
    .usage("<政策> [路径] --input <文件>")
    .argument(...policy)
    .argument(...folder)
    .addOption(input())
    .action(async (name: string, path: string | undefined, options: ExplainOptions) =>
      finish(await (await import("./commands/explain.ts")).explainInput(io, name, path, options)),
    );
  program
    .command("analyze")
    .description("逐项结果列出:什么情形得什么结果,由哪一条决定")
    .usage("<政策> [路径] [选项]")
    .argument(...policy)
    .argument(...folder)
    .option(...json)
    .option("--html <文件>", "写出网页,一两个因素决定的结果另有图")
    .action(async (name: string, path: string | undefined, options: AnalyzeOptions) =>
      finish(await (await import("./commands/analyze.ts")).analyzePolicy(io, name, path, options)),
    );
  program
    .command("test")
    .description("运行政策里的全部算例")
    .usage("[路径] [选项]")
    .argument(...folder)
    .option(...json)
    .addOption(new Option("--mutate", "把条款逐处改错,看哪些笔误没有算例看得出来").conflicts("boundaries"))
    .option("--boundaries", "列出每个界限上和两侧的情形、结果")
    .addOption(new Option("--text", "与 --boundaries 一起用:还没有的写成算例列出").conflicts(["accept", "json"]))
    .addOption(new Option("--accept", "与 --boundaries 一起用:还没有的写进政策").conflicts("json"))
    .action(async (path: string | undefined, options: TestOptions) =>
      finish(await (await import("./commands/test.ts")).test(io, path, options)),
    );
  program
    .command("diff")
    .description("比较两版政策:哪些情形的结果变了,对谁有影响")
    .usage("<甲> [乙] [选项],或 [甲] --from <日期> --to <日期>")
    .argument("[甲]", "原来的:文件夹、文件或 git 修订版本;比较两天的,默认 policies/")
    .argument("[乙]", "现在的,默认工作区;比较两天的,默认与甲相同")
    .option("--from <日期>", "比较两天的条文:原来的一天")
    .option("--to <日期>", "比较两天的条文:后来的一天")
    .addOption(new Option(...json).conflicts("markdown"))
    .option("--markdown", "以 Markdown 输出,可以贴进审阅意见")
    .option("--policies <路径>", "修订版本里政策所在的文件夹或文件,默认 policies/")
    .option("--exit-code", "有变化或者未能证明等价时,以 1 退出")
    .action(async (first: string | undefined, second: string | undefined, options: DiffOptions) =>
      finish(await (await import("./commands/diff.ts")).diffVersions(io, first, second, options)),
    );
  program
    .command("consolidate")
    .description("列出一份政策在某一天的条文:修订都写进去")
    .usage("<政策> [路径] --on <日期>")
    .argument(...policy)
    .argument(...folder)
    .addOption(new Option("--on <日期>", "哪一天,如 2021-01-01").makeOptionMandatory())
    .action(async (name: string, path: string | undefined, options: ConsolidateOptions) =>
      finish((await import("./commands/consolidate.ts")).consolidatePolicy(io, name, path, options)),
    );
  program
    .command("fmt")
    .description("整理政策文件的格式,不改变意思")
    .usage("[路径] [选项]")
    .argument(...folder)
    .option("--check", "只列出格式未整理的文件,不写文件")
    .action(async (path: string | undefined, options: FmtOptions) =>
      finish(await (await import("./commands/fmt.ts")).fmt(io, path, options)),
    );
  program
    .command("watch")
    .description("看着政策文件夹,一有改动就重新编译、检查、写出代码")
    .usage("[路径] [选项]")
    .argument("[路径]", "政策所在的文件夹,默认 policies/")
    .option("--out <文件夹>", "写到哪里,默认 generated/")
    .action(async (path: string | undefined, options: WatchOptions) =>
      finish(await (await import("./commands/watch.ts")).watch(io, path, options)),
    );
  program
    .command("init")
    .description("写一份可以直接编译的示例政策")
    .usage("[文件夹]")
    .argument("[文件夹]", "写到哪里,默认当前文件夹")
    .action(async (path: string | undefined) => finish(await (await import("./commands/init.ts")).init(io, path)));
  return program;
}

/** Commander's messages are English: said again in Chinese by code, with the names that it puts in quotes. */
function usageMessage(error: CommanderError, program: Command, argv: readonly string[]): string {
  const [named = "", second = ""] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? "");
  const command = program.commands.find((one) => one.name() === argv.find((word) => !word.startsWith("-")));
  const seeHelp = `。用法见 guiju ${command === undefined ? "" : `${command.name()} `}--help`;
  const suggest = (candidates: readonly string[]): string => {
    const guess = nearest(named, candidates);
    return guess === undefined ? seeHelp : `,是否指 ${guess}?`;
  };
  switch (error.code) {
    case "commander.unknownCommand":
      return `没有「${named}」这个命令${suggest(program.commands.map((one) => one.name()))}`;
    case "commander.unknownOption":
      return `没有「${named}」这个选项${suggest((command ?? program).options.flatMap((option) => option.long ?? []))}`;
    case "commander.missingArgument":
      return `还缺 <${named}>${seeHelp}`;
    case "commander.missingMandatoryOptionValue":
      return `还缺选项 ${named}${seeHelp}`;
    case "commander.optionMissingArgument":
      return `选项 ${named} 后面要给出值${seeHelp}`;
    case "commander.invalidArgument": {
      const allowed = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1]?.replaceAll(", ", "、");
      return `选项 ${named} 不能是「${second}」${allowed === undefined ? seeHelp : `,只能是 ${allowed}`}`;
    }
    case "commander.excessArguments":
      return `参数给多了${seeHelp}`;
    case "commander.conflictingOption":
      return `${named} 和 ${second} 不能一起用`;
    default:
      return `命令行有误${seeHelp}`;
  }
}

/** Runs one command line and answers its exit code. Never throws: whatever goes wrong becomes one Chinese message. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const complain = (message: string): void =>
    io.stderr.write(`guiju: ${message.split("\n").map(printable).join("\n")}\n`);
  try {
    let code: ExitCode = 0;
    const program = describe(io, (result) => {
      code = result;
    });
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return 2;
    }
    try {
      await program.parseAsync(argv, { from: "user" });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode === 0) return 0;
      complain(usageMessage(error, program, argv));
      return 2;
    }
    return code;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(error.message);
      return 2;
    }
    if (error instanceof OperationError) {
      complain(error.message);
      return 1;
    }
    const fault = error instanceof Error ? error : new Error(String(error));
    complain(`程序内部出错,这是规矩的缺陷,请连同政策文件一并反馈:${fault.message.split("\n")[0]}`);
    if ((io.env["GUIJU_DEBUG"] ?? "") !== "") io.stderr.write(`${fault.stack}\n`);
    return 1;
  }
}
