/** The browser of the tests: the one that GUIJU_CHROMIUM names, or the system's, which is installed where it is missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** How long it may take to be fetched and unpacked, in milliseconds. */
export const INSTALL_LIMIT = 300_000;

function executable(): string {
  const named = process.env["GUIJU_CHROMIUM"] ?? "";
  const found = named === "" ? places.find((path) => existsSync(path)) : named;
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) {
    const script = "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y chromium fonts-noto-cjk";
    const { status, stderr } = spawnSync("sh", ["-c", script], { encoding: "utf8", timeout: INSTALL_LIMIT });
    if (status === 0 && existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
    throw new Error(`Chromium could not be installed: ${stderr.trim().split("\n").at(-1) ?? ""}`);
  }
  throw new Error(
    "The tests of pages need Chromium: install the packages chromium and fonts-noto-cjk, or name a browser in GUIJU_CHROMIUM.",
  );
}

/** Root may start Chromium without its sandbox only; the pages are our own and load nothing. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
