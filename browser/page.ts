/** What the pages of `guiju docs` run: one classic script, so that it loads from a disk as from anywhere. */
import * as runtime from "../runtime/index.ts";
import { byId } from "./element.ts";
import { Form } from "./form.ts";
import { search } from "./search.ts";
import { type PagePolicy, Trial } from "./trial.ts";

/** A generated module as its page holds it. */
type Module = (exports: object, require: (name: string) => typeof runtime) => PagePolicy;

function start(module: Module): void {
  const form = new Form();
  const trial = new Trial(
    module({}, () => runtime),
    form,
    {
      program: byId("program").textContent,
      places: byId("places").textContent,
    },
  );
  form.element.addEventListener("submit", (event) => {
    event.preventDefault();
    trial.run();
  });
  form.element.addEventListener("reset", () => {
    form.show([]);
    byId("status").textContent = "";
    byId("answers").replaceChildren();
  });
  document.addEventListener("click", (event) => {
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-fill], [data-ask]") : null;
    if (target === null) return;
    const { fill, ask } = target.dataset;
    if (fill !== undefined) {
      form.fill(JSON.parse(fill) as Record<string, string>);
      trial.run();
      byId("试算").scrollIntoView();
      byId("status").focus({ preventScroll: true });
    } else if (ask !== undefined) {
      event.preventDefault();
      byId(ask).focus();
    }
  });
}

Object.assign(globalThis, { guiju: start });

const box = document.getElementById("search");
if (box instanceof HTMLInputElement) search(box);
