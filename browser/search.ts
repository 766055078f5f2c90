/** Finding policies on the first page by typing: each word must stand somewhere in an entry. */
import { normalizeWidth } from "../grammar/width.ts";
import { byId } from "./element.ts";

const plain = (text: string): string => normalizeWidth(text).toLowerCase();

export function search(box: HTMLInputElement): void {
  const entries = [...document.querySelectorAll<HTMLElement>("ul.policies > li")].map((entry) => ({
    entry,
    text: plain(`${entry.closest(".folder")?.querySelector("h2")?.textContent ?? ""} ${entry.textContent}`),
  }));
  const folders = [...document.querySelectorAll<HTMLElement>(".folder")];
  const show = (): void => {
    const words = plain(box.value)
      .split(/\s+/)
      .filter((word) => word !== "");
    let found = 0;
    for (const { entry, text } of entries) {
      entry.hidden = !words.every((word) => text.includes(word));
      if (!entry.hidden) found += 1;
    }
    for (const folder of folders) folder.hidden = folder.querySelector("li:not([hidden])") === null;
    byId("found").textContent =
      words.length === 0 ? `共 ${entries.length} 份` : `找到 ${found} 份,共 ${entries.length} 份`;
  };
  box.addEventListener("input", show);
  // A page that is gone back to keeps what was typed.
  show();
}
