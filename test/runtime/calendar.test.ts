/** The calendar in the repository is the one that the package gives, wherever it is asked. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));

test.each(["America/St_Johns", "Asia/Shanghai", "Pacific/Kiritimati"])(
  "made in %s",
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
