import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { listPolicies, readAll } from "../../cli/files.ts";
import { lifting, original, repealing } from "../amend/cases.ts";
import { folderWith, guiju } from "../cli/harness.ts";
import { INSTALL_LIMIT, launch } from "./chromium.ts";
import { differences } from "./expected.ts";
import { hostileFiles, hostileName } from "./hostile.ts";
import { answers, answerTo, clear, compute, fill } from "./reader.ts";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const files = readAll(listPolicies(join(repository, "policies"), repository).paths, repository).files;
const policies = compile(files, { prove: false }).policies.flatMap(({ file, program }) =>
  program === undefined ? [] : [{ name: program.policy, path: file.path.replace(/\.policy$/, ".html"), program }],
);

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: string;
/** What the browser said that it should not have: faults, warnings, and whatever was asked of a network. */
let heard: string[];

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), "guiju-site-"));
  const written = await guiju(["docs", "policies", "--out", site], { cwd: repository });
  if (written.code !== 0 || written.stderr !== "") throw new Error(written.stderr);
  browser = await launch();
  context = await browser.newContext({ locale: "zh-CN", offline: true });
  context.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  context.on("weberror", (error) => heard.push(String(error.error())));
  context.on("request", (request) => {
    if (!request.url().startsWith("file:")) heard.push(`asked for ${request.url()}`);
  });
  page = await context.newPage();
}, INSTALL_LIMIT + 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(site, { recursive: true, force: true });
});

beforeEach(() => {
  heard = [];
});

afterEach(() => {
  if (heard.length > 0) throw new Error(heard.join("\n"));
});

const open = async (path: string): Promise<void> => {
  await page.goto(pathToFileURL(join(site, path)).href);
};

const policyPage = (name: string): string => `policies/六保/${name}.html`;

/** In bytes: a page is mailed and copied about. What they are stands in docs/performance.md. */
const PAGE_LIMIT = 100_000;
const SCRIPT_LIMIT = 150_000;

test("pages are small, and so is what they share", () => {
  for (const { path } of policies) expect(statSync(join(site, path)).size, path).toBeLessThan(PAGE_LIMIT);
  expect(statSync(join(site, "assets/guiju.js")).size).toBeLessThan(SCRIPT_LIMIT);
});

test("there are policies to try", () => expect(policies.length).toBeGreaterThan(20));

describe("filled in by hand, each 算例 gets the results that it states", () => {
  test.each(policies)(
    "$name",
    async ({ path, program }) => {
      await open(path);
      expect(program.cases.length).toBeGreaterThan(0);
      for (const { name, inputs, expectations } of program.cases) {
        await clear(page);
        for (const input of program.inputs) {
          const value = inputs.get(input.name);
          if (value !== undefined) await fill(page, input, value);
        }
        await compute(page);
        const shown = await answers(page);
        expect(differences(program, expectations, shown), name).toEqual([]);
        for (const { subject, why } of shown) expect(why, `${name}: why ${subject}`).not.toBe("");
      }
    },
    60_000,
  );
});

describe("the button of each 算例 fills the form with what it states", () => {
  test.each(["稳岗返还", "低保标准", "防贫", "财政贴息", "预算压减"])("%s", async (name) => {
    const { program, path } = policies.find((one) => one.name === name) ?? expect.fail(`no policy ${name}`);
    await open(path);
    for (const one of program.cases) {
      await page.getByRole("button", { name: `填入试算:${one.name}`, exact: true }).press("Enter");
      expect(differences(program, one.expectations, await answers(page)), one.name).toEqual([]);
      // Whoever cannot see the page goes on from the answer.
      expect(await page.evaluate("document.activeElement.id"), one.name).toBe("status");
    }
  });
});

describe("the form", () => {
  const money = "上年度缴纳失业保险费";
  const type = async (people: string, dismissed: string, paid = "50000"): Promise<void> => {
    await page.getByLabel("参保职工人数", { exact: true }).fill(people);
    await page.getByLabel("裁员人数", { exact: true }).fill(dismissed);
    await page.getByLabel(money, { exact: true }).fill(paid);
  };

  beforeEach(() => open(policyPage("稳岗返还")));

  test("the two sides of 500人, with the clause that decided as a link and what would hold without it", async () => {
    await type("500", "100");
    await compute(page);
    const small = await answerTo(page, "返还");
    expect(small.value).toBe("可 100%");
    expect(small.text).toContain("依据:小型企业");
    expect(small.why).toContain("不按例外办理的,为 70%");
    expect(small.why).toContain("裁员率 = 裁员人数 100人 ÷ 参保职工人数 500人 = 20%,高于 5.5%,成立");
    await page.locator("article.outcome .by").getByRole("link", { name: "小型企业" }).first().click();
    expect(await page.locator(":target h3").textContent()).toBe("小型企业");

    await type("501", "100");
    await compute(page);
    expect((await answerTo(page, "返还")).value).toBe("应当 70%");
    expect((await answerTo(page, "返还金额")).value).toBe("35000元");
    expect(await page.getByRole("status").first().textContent()).toBe("返还:应当 70%;返还金额:35000元");
  });

  test("a blank is not given: the answer says what is needed, as links to the fields", async () => {
    await compute(page);
    const blank = await answerTo(page, "返还");
    expect(blank.value).toBe("缺失");
    expect(blank.text).toContain("还需要:参保职工人数、裁员人数");
    await page.locator("[data-subject=返还] .answer").getByRole("link", { name: "裁员人数" }).click();
    expect(await page.evaluate("document.activeElement.labels[0].textContent")).toBe("裁员人数");
  });

  test("a small firm need not say how many it dismissed", async () => {
    await type("300", "");
    await compute(page);
    expect((await answerTo(page, "返还")).value).toMatch(/100%$/);
  });

  test("every fault stands beside its field in Chinese, nothing is computed, and the first is gone to", async () => {
    await type("十人", "1.5", "-1");
    await compute(page);
    expect(await answers(page)).toEqual([]);
    const faultOf = (name: string) =>
      page.getByLabel(name, { exact: true }).locator("xpath=ancestor::div[@data-name]/p[@class='fault']");
    expect(await faultOf("参保职工人数").textContent()).toBe(
      "「参保职工人数」应是以人计的数,写如 1000 或「1000」,不带单位和千分位,给出的是「十人」",
    );
    expect(await faultOf("裁员人数").textContent()).toContain("「裁员人数」");
    expect(await faultOf(money).textContent()).toContain("不能是负数");
    const invalid = page.locator("[aria-invalid=true]");
    expect(await invalid.count()).toBe(3);
    // A screen reader reads the fault with the field.
    const described = await page.getByLabel("裁员人数", { exact: true }).getAttribute("aria-describedby");
    expect(described?.split(" ")).toContain(await faultOf("裁员人数").getAttribute("id"));
    expect(await page.evaluate("document.activeElement.labels[0].textContent")).toBe("参保职工人数");

    await type("1000", "55", "100000");
    await compute(page);
    expect(await invalid.count()).toBe(0);
    expect((await answerTo(page, "返还金额")).value).toBe("100000元");
  });

  test("figures of full width are figures", async () => {
    await type("500", "100", "50000.50");
    await compute(page);
    expect((await answerTo(page, "返还金额")).value).toBe("50000.5元");
  });

  test("it can be filled, sent and cleared by keyboard alone", async () => {
    await page.getByLabel("参保职工人数", { exact: true }).focus();
    await page.keyboard.type("1000");
    await page.keyboard.press("Tab");
    await page.keyboard.type("56");
    await page.keyboard.press("Tab");
    await page.keyboard.type("100000");
    await page.keyboard.press("Enter");
    expect((await answerTo(page, "返还金额")).value).toBe("70000元");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await answers(page)).toEqual([]);
    expect(await page.getByLabel("参保职工人数", { exact: true }).inputValue()).toBe("");
  });

  test("half a date is a fault of its field, not a blank", async () => {
    await open(policyPage("低保标准"));
    await page.getByLabel("地区", { exact: true }).selectOption({ label: "城市" });
    await page.getByLabel("基准日", { exact: true }).focus();
    await page.keyboard.type("5");
    await compute(page);
    expect(await page.locator("[data-name=基准日] .fault").textContent()).toBe("「基准日」没有填完整,请补全或清空");
    expect(await answers(page)).toEqual([]);
  });

  test("yes and no are chosen with the arrow keys, and neither is the default", async () => {
    await open(policyPage("防贫"));
    const group = page.getByRole("group", { name: "边缘户", exact: true });
    expect(await group.getByLabel("未给出").isChecked()).toBe(true);
    await group.getByLabel("未给出").focus();
    await page.keyboard.press("ArrowRight");
    expect(await group.getByLabel("是", { exact: true }).isChecked()).toBe(true);
    await page.keyboard.press("Enter");
    expect((await answerTo(page, "与贫困户同等政策")).value).toBe("应当与贫困户同等政策");
  });

  test("where the generated code and the reference evaluator differ, there is no answer but an internal error", async () => {
    const path = join(site, policyPage("稳岗返还"));
    const sound = readFileSync(path, "utf8");
    const unsound = sound.replace(/("policy":"稳岗返还".*)"7\/10"/, '$1"6/10"');
    expect(unsound).not.toBe(sound);
    writeFileSync(path, unsound);
    try {
      await page.reload();
      await type("1000", "56", "100000");
      await compute(page);
    } finally {
      writeFileSync(path, sound);
    }
    expect(await answers(page)).toEqual([]);
    const defect = (await page.locator(".defect").textContent()) ?? "";
    expect(defect).toContain("生成的代码与参考求值器的答案不同,这是规矩的缺陷");
    expect(defect).toContain('"text":"70000元"');
    expect(defect).toContain('"text":"60000元"');
  });
});

describe("the first page", () => {
  beforeEach(() => open("index.html"));

  test("lists every policy, and is searched by typing", async () => {
    expect(await page.locator("ul.policies > li").count()).toBe(files.length);
    await page.getByLabel("查找").fill("低保标准");
    expect(await page.locator("ul.policies > li:visible > a").allTextContents()).toEqual(["低保标准"]);
    await page.getByLabel("查找").fill("民政局 低保");
    expect(await page.locator("ul.policies > li:visible > a").allTextContents()).toEqual([
      "低保保障",
      "低保收入核算",
      "低保标准",
    ]);
    expect(await page.locator("#found").textContent()).toBe(`找到 3 份,共 ${files.length} 份`);
    await page.getByLabel("查找").fill("没有这样的政策");
    expect(await page.locator("ul.policies > li:visible").count()).toBe(0);
  });

  test("leads to a policy, from there to one that imports it, and back", async () => {
    await page.getByRole("link", { name: "低保标准", exact: true }).click();
    expect(await page.locator("h1").textContent()).toBe("低保标准");
    await page.getByRole("link", { name: "《残疾人困难补贴》" }).click();
    expect(await page.locator("h1").textContent()).toBe("残疾人困难补贴");
    await page.getByRole("link", { name: "《低保标准》" }).first().click();
    await page.getByRole("link", { name: "全部政策" }).click();
    expect(await page.locator("h1").textContent()).toBe("政策");
  });
});

test("no link leads nowhere", async () => {
  for (const path of ["index.html", ...policies.map((one) => one.path)]) {
    await open(path);
    const broken = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute("href").slice(1)).filter((id) => document.getElementById(decodeURIComponent(id)) === null)`,
    );
    expect(broken, path).toEqual([]);
    const ids = (await page.evaluate(`[...document.querySelectorAll("[id]")].map(({ id }) => id)`)) as string[];
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
  }
});

test("nothing runs over the edge of a narrow screen, with answers or without", async () => {
  await page.setViewportSize({ width: 380, height: 800 });
  try {
    for (const path of ["index.html", ...policies.map((one) => one.path)]) {
      await open(path);
      const first = page.locator("[data-fill]").first();
      if ((await first.count()) > 0) await first.click();
      expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(380);
    }
  } finally {
    await page.setViewportSize({ width: 1280, height: 720 });
  }
});

test("text that would do harm as markup or code is shown as it is, found by its label, and computed with", async () => {
  const cwd = folderWith(hostileFiles);
  expect(await guiju(["docs"], { cwd })).toMatchObject({ code: 0, stderr: "" });
  await page.goto(pathToFileURL(join(cwd, "site/index.html")).href);
  await page.getByRole("link", { name: hostileName, exact: true }).click();
  expect(await page.locator("h1").textContent()).toBe(hostileName);
  expect(await page.title()).toBe(hostileName);

  await page.getByLabel(`${hostileName}人数`, { exact: true }).fill("5");
  await page.getByRole("group", { name: "__proto__", exact: true }).getByLabel("是", { exact: true }).check();
  await page.locator("select").selectOption({ label: "<i>甲</i>" });
  await compute(page);
  expect((await answers(page)).map(({ value }) => value)).toEqual(["应当 100元", "应当 另行规定"]);
  await clear(page);
  await page.getByRole("button", { name: "填入试算" }).click();
  expect((await answers(page)).map(({ value }) => value)).toEqual(["应当 100元", "应当 另行规定"]);
  expect(await page.locator("img, i, b:not(.assumed b)").count()).toBe(0);
  expect(await page.title()).toBe(hostileName);
});

test("an amended policy shows all its texts and answers by the law of the day, and of the application's own", async () => {
  const cwd = folderWith({
    "policies/稳岗返还.policy": original,
    "policies/修订一.policy": lifting.replace("施行 2021-01-01", "施行 2021-01-01 追溯 2020-10-01"),
    "policies/修订二.policy": repealing,
  });
  expect(await guiju(["docs"], { cwd })).toMatchObject({ code: 0, stderr: "" });
  await page.goto(pathToFileURL(join(cwd, "site/policies/稳岗返还.html")).href);
  const head = await page.locator("dl.head").textContent();
  expect(head).toContain("自 2021-01-01 起,追溯到 2020-10-01");
  const card = page.locator("article.rule").filter({ hasText: "小型企业@2021-03-01" });
  expect(await card.textContent()).toContain("自 2021-03-01 起废止");

  await page.getByLabel("参保职工人数", { exact: true }).fill("1000");
  await page.getByLabel("裁员人数", { exact: true }).fill("56");
  const answerOn = async (day: string, pinned: string): Promise<string> => {
    await page.getByLabel("基准日", { exact: true }).fill(day);
    await page.getByLabel("适用版本日", { exact: true }).fill(pinned);
    await compute(page);
    return (await answerTo(page, "返还")).value;
  };
  expect(await answerOn("2020-12-31", "")).toBe("应当 70%");
  expect(await answerOn("2021-01-01", "")).toBe("应当 100%");
  expect(await answerOn("2021-01-01", "2020-09-30")).toBe("应当 70%");
  expect(await answerOn("2021-01-01", "2020-10-01")).toBe("应当 100%");
  const { why } = await answerTo(page, "返还");
  expect(why).toContain("2021-01-01 起的条文,追溯到 2020-10-01");
});
