import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const folder = "policies/六保";
const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const names = readdirSync(join(repository, folder))
  .filter((name) => name.endsWith(".policy"))
  .toSorted();
const files = names.map(
  (name) => new SourceFile(`${folder}/${name}`, readFileSync(join(repository, folder, name), "utf8")),
);
const document = readFileSync(join(repository, folder, "六保意见.md"), "utf8");
const compilation = compile(files, { documents: [{ path: `${folder}/六保意见.md`, text: document }] });

/** What callers type: inputs, outcomes and targets of each policy. */
const vocabulary: Readonly<Record<string, { inputs: string[]; outcomes: string[]; targets?: string[] }>> = {
  稳岗返还: { inputs: ["参保职工人数", "裁员人数", "上年度缴纳失业保险费"], outcomes: ["返还", "返还金额"] },
  困难企业稳岗返还: {
    inputs: ["暂时生产经营困难且恢复有望", "坚持不裁员或者少裁员", "参保职工人数", "当地月人均失业保险金"],
    outcomes: ["返还标准"],
  },
  吸纳就业补贴: { inputs: ["人员类别", "吸纳人数", "符合条件"], outcomes: ["补贴标准", "补贴金额"] },
  就业创业服务补贴: { inputs: ["介绍就业人数", "符合条件"], outcomes: ["补贴金额"] },
  就业目标: {
    inputs: [
      "筹集企业岗位",
      "国有企业新增就业岗位",
      "专门招聘应届高校毕业生岗位",
      "新增社区工作岗位",
      "新增就业见习岗位",
      "三支一扶岗位",
      "帮扶就业困难人员就业",
    ],
    outcomes: [],
    targets: [
      "招聘应届高校毕业生企业岗位",
      "国有企业新增岗位招聘应届高校毕业生占比",
      "新增社区工作岗位",
      "新增就业见习岗位",
      "三支一扶岗位",
      "帮扶就业困难人员就业",
    ],
  },
  零就业家庭推荐上岗: {
    inputs: ["城镇零就业家庭成员", "有劳动能力", "有就业意愿", "认定日期"],
    outcomes: ["推荐上岗", "零就业家庭动态清零"],
  },
  公益性岗位: {
    inputs: ["从事公益性岗位", "仍未实现稳定就业", "政策期满日", "补贴期满", "难以通过其他渠道就业", "人员类别"],
    outcomes: ["享受期限至", "再次安置"],
  },
  首次贷款奖励: { inputs: ["普惠型小微企业首次贷款", "首次贷款额度"], outcomes: ["奖励金额"] },
  创业扶持: {
    inputs: ["主体", "已发放创业担保贷款", "提交场所合法使用证明", "自主创业"],
    outcomes: ["临时性延期偿还", "住所登记", "一次性创业补贴"],
  },
  低保标准: { inputs: ["地区"], outcomes: ["低保标准"] },
  低保收入核算: {
    inputs: ["低保或低收入对象", "疫情后务工复工或个体经营", "月份", "实际收入"],
    outcomes: ["计入收入"],
  },
  低保保障: {
    inputs: [
      "受疫情影响生活困难",
      "新冠肺炎患者家庭生活困难",
      "低保对象",
      "家庭成员病亡",
      "低保新申请",
      "困难残疾人或重度残疾人",
      "月份",
    ],
    outcomes: ["纳入低保或特困供养", "退出低保", "降低保障水平", "简化审核审批程序", "容缺审批", "提高护理补贴标准"],
  },
  失业保险金: { inputs: ["当地月最低工资标准", "领取期满仍未就业"], outcomes: ["失业保险金标准", "申领"] },
  临时救助: {
    inputs: [
      "新冠肺炎确诊病例",
      "困难类别",
      "无法外出务工的灵活务工人员",
      "地区",
      "生活无着的流浪乞讨人员",
      "急难情形",
    ],
    outcomes: ["确诊困难群众临时救助", "灵活务工人员一次性临时救助", "先行救助"],
  },
  残疾人困难补贴: {
    inputs: ["类别", "本市", "纳入低保", "因疫情损失较重", "连续未发放工资月数", "地区"],
    outcomes: ["一次性困难补贴"],
  },
  防贫: {
    inputs: ["边缘户", "区", "贫困户", "染疫", "受疫情直接影响", "困难退役军人", "涉军利益群体困难人员"],
    outcomes: ["与贫困户同等政策", "防贫保", "动态监测", "加大帮扶力度", "提高兜底保障水平", "帮扶援助"],
  },
  价格临时补贴: {
    inputs: ["月份", "原补贴标准", "大型商超企业或电商平台", "市场行为"],
    outcomes: ["补贴标准", "设立本地农产品销售专柜", "重点打击"],
  },
};

test("the policies compile without any message", () => {
  expect(compilation.diagnostics.map(({ file, code, message }) => `${file.path} ${code} ${message}`)).toEqual([]);
});

describe.each(compilation.policies)("$file.path", ({ file, program, tree }) => {
  test("has cases, and all of them hold", () => {
    const cases = program?.cases ?? [];
    expect(cases.length).toBeGreaterThan(0);
    const failures = cases.flatMap((one) => (program === undefined ? [] : runCase(program, one)));
    expect(failures.map(({ message }) => message)).toEqual([]);
  });

  test("names its document, its date and who is responsible", () => {
    expect(program?.document?.title).toBe("市人民政府关于做好“六保”工作的意见");
    expect(program?.issued).toBe("2020-05-13");
    const bracket = `(责任单位:${/^责任单位 (.*)$/m.exec(file.text)?.[1]}`;
    expect(document).toContain(bracket);
  });

  test("quotes the document word for word", () => {
    const quotations = tree.items.flatMap((item) =>
      item.kind === "NonRule" ? [item.quotation] : "quotations" in item ? item.quotations : [],
    );
    expect(quotations.length).toBeGreaterThan(0);
    for (const { text } of quotations) for (const part of text.split("……")) expect(document).toContain(part);
  });

  test("every clause, target and constraint rests on a quotation", () => {
    const bare = [...(program?.clauses ?? []), ...(program?.targets ?? []), ...(program?.constraints ?? [])].filter(
      ({ quotations }) => quotations.length === 0,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(Object.entries(vocabulary))("the public names of %s", (name, { inputs, outcomes, targets = [] }) => {
  const program = compilation.policies.find((policy) => policy.program?.policy === name)?.program;

  test("stay as they are", () => {
    expect(program?.inputs.map((input) => input.name).filter((input) => input !== "基准日")).toEqual(inputs);
    const own = program?.outcomes.filter(({ importedFrom }) => importedFrom === undefined);
    expect(own?.map((outcome) => outcome.name)).toEqual(outcomes);
    expect(program?.targets.map((target) => target.name)).toEqual(targets);
  });
});

test.each([
  ["一、强化政策引导", "二、守住基本底线"],
  ["二、守住基本底线", "三、加大扶持力度"],
])("the part %s is quoted or accounted for, to its last sentence", (begin, end) => {
  const part = document.slice(document.indexOf(begin), document.indexOf(end));
  const quoted = compilation.policies.flatMap(({ tree }) =>
    tree.items.flatMap((item) =>
      item.kind === "NonRule"
        ? [item.quotation.text]
        : "quotations" in item
          ? item.quotations.map(({ text }) => text)
          : [],
    ),
  );
  // The longest first: one quotation may stand within another.
  const rest = quoted
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, quotation) => text.replace(quotation, ""), part);
  const left = rest
    .replace(/^[一二]、.*$/m, "")
    .replace(/\(责任单位:.*\)$/gm, "")
    .replace(/^\([一二三四]\)/gm, "")
    .replace(/[,。;\s]/g, "");
  expect(left).toBe("");
});
