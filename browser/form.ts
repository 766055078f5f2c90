/** The form of a policy's page: what it holds as data, faults beside the fields that they name, and 算例 filled in. */
import { normalizeWidth } from "../grammar/width.ts";
import type { InputFault } from "../runtime/contract.ts";
import { byId, element } from "./element.ts";

type Control = HTMLInputElement | HTMLSelectElement;

interface Field {
  readonly name: string;
  readonly controls: readonly Control[];
  readonly fault: HTMLElement;
}

export interface Filled {
  /** As `evaluate` takes it; a blank is not given. */
  readonly data: Readonly<Record<string, string | boolean>>;
  /** What the browser itself could not take, such as half a date. */
  readonly faults: readonly { readonly term: string; readonly message: string }[];
}

export class Form {
  readonly element = byId("form") as HTMLFormElement;
  readonly #fields: readonly Field[] = [...this.element.querySelectorAll<HTMLElement>(".field")].map((field) => ({
    name: field.dataset["name"] ?? "",
    controls: [...field.querySelectorAll<Control>("input, select")],
    fault: field.querySelector<HTMLElement>(".fault") ?? field,
  }));

  read(): Filled {
    const given: (readonly [string, string | boolean])[] = [];
    const faults: { readonly term: string; readonly message: string }[] = [];
    for (const { name, controls } of this.#fields) {
      const [first] = controls;
      if (first?.validity.badInput === true) {
        faults.push({ term: name, message: `「${name}」没有填完整,请补全或清空` });
        continue;
      }
      const value = valueOf(controls);
      if (value !== "") given.push([name, first?.type === "radio" ? value === "true" : value]);
    }
    // A policy may call an input whatever it likes: `fromEntries` makes even `__proto__` a name like any other.
    return { data: Object.fromEntries(given), faults };
  }

  fill(values: Readonly<Record<string, string>>): void {
    this.element.reset();
    for (const { name, controls } of this.#fields) {
      const value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
      for (const control of controls)
        if (control instanceof HTMLInputElement && control.type === "radio") control.checked = control.value === value;
        else control.value = value;
    }
  }

  /** Beside their fields, the others below the form. Answers the first field at fault. */
  show(faults: readonly Pick<InputFault, "term" | "message">[]): Control | undefined {
    let first: Control | undefined;
    for (const { name, controls, fault } of this.#fields) {
      const own = faults.filter(({ term }) => term === name);
      fault.textContent = own.map(({ message }) => message).join(";");
      for (const control of controls) control.setAttribute("aria-invalid", String(own.length > 0));
      if (own.length > 0) first ??= controls[0];
    }
    const others = faults.filter(({ term }) => !this.#fields.some(({ name }) => name === term));
    byId("faults").replaceChildren(...others.map(({ message }) => element("p", {}, message)));
    return first;
  }

  /** The control of an input, for a link to it. */
  idOf(name: string): string | undefined {
    return this.#fields
      .find((field) => field.name === name)
      ?.controls[0]?.closest(".entry")
      ?.querySelector<HTMLElement>("input, select")?.id;
  }
}

function valueOf(controls: readonly Control[]): string {
  const [first] = controls;
  const chosen = first?.type === "radio" ? controls.find((one) => (one as HTMLInputElement).checked) : first;
  const value = chosen?.value ?? "";
  // Typed figures may be of full width, as everywhere else in the language; listed values are names and stay.
  return first instanceof HTMLInputElement && first.type === "text" ? normalizeWidth(value).trim() : value;
}
