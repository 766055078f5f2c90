/** The calendar is the one that the package gives, wherever it is made. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { isWorkday } from "../../runtime/calendar.ts";
import { addDays } from "../../runtime/dates.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(["America/St_Johns", "Asia/Shanghai", "Pacific/Kiritimati"])(
  "it is up to date when made in %s",
  (zone) => {
    const { status, stderr } = spawnSync("node_modules/.bin/tsx", ["runtime/generate-calendar.ts", "--check"], {
      cwd: repository,
      encoding: "utf8",
      env: { ...process.env, TZ: zone },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
  60_000,
);

test("every day from 2004 to 2026 works as the package says, and none beyond is told", async () => {
  // Zones west of Greenwich make the package a day early, from the moment that it is loaded.
  vi.stubEnv("TZ", "UTC");
  const { default: chineseDays } = await import("chinese-days");
  const differing: string[] = [];
  for (let day = "2004-01-01"; day < "2027-01-01"; day = addDays(day, 1) ?? "9999-12-31")
    if (isWorkday(day) !== chineseDays.isWorkday(day)) differing.push(day);
  expect(differing).toEqual([]);
  expect([isWorkday("2003-12-31"), isWorkday("2027-01-01")]).toEqual([undefined, undefined]);
});
