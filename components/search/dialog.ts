import type { Search } from "../../search/search.ts";
import { readSearch } from "./data.ts";
import { renderResult } from "./view.ts";

const template = `
  <form method="dialog" role="search">
    <input type="search" role="combobox" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list"
      aria-label="Search the course" placeholder="Words, a formula, “2b”, a tag" enterkeyhint="go"
      autocomplete="off" autocapitalize="off" spellcheck="false" autofocus>
    <button class="search-close" aria-label="Close the search">×</button>
  </form>
  <p class="search-status" role="status"></p>
  <div class="search-results" id="search-results" role="listbox" aria-label="Results"></div>`;

let dialog: SearchDialog | undefined;

/** Opens the search, with what was looked for last. */
export function openSearchDialog(): void {
  dialog ??= new SearchDialog();
  dialog.open();
}

class SearchDialog {
  readonly #dialog = document.createElement("dialog");
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #search: Search | undefined;
  #selected = -1;

  constructor() {
    this.#dialog.className = "search";
    this.#dialog.ariaLabel = "Search";
    this.#dialog.innerHTML = template;
    this.#field = this.#find("input") as HTMLInputElement;
    this.#list = this.#find(".search-results");
    this.#status = this.#find(".search-status");
    this.#field.addEventListener("input", () => this.#show());
    this.#field.addEventListener("keydown", (event) => this.#press(event));
    this.#list.addEventListener("click", () => this.#dialog.close());
    // a press beside it closes it: the dialog's own box is all that is not its content
    this.#dialog.addEventListener("click", ({ target }) => target === this.#dialog && this.#dialog.close());
    document.body.append(this.#dialog);
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#field.select();
    if (this.#search === undefined) void this.#read();
  }

  async #read(): Promise<void> {
    this.#status.textContent = "Reading the index …";
    try {
      this.#search = await readSearch();
      this.#show();
    } catch (error) {
      this.#status.textContent = "The index could not be read. Close the search and open it again to retry.";
      console.warn("There is no search:", error);
    }
  }

  #show(): void {
    if (this.#search === undefined) return;
    const query = this.#field.value.trim();
    const results = query === "" ? [] : this.#search(query);
    this.#list.replaceChildren(...results.map(renderResult));
    this.#list.scrollTop = 0;
    this.#field.ariaExpanded = String(results.length > 0);
    this.#status.textContent = query === "" ? "" : countResults(results.length);
    this.#select(results.length > 0 ? 0 : -1);
  }

  #press(event: KeyboardEvent): void {
    const count = this.#list.children.length;
    if (event.key === "Enter") {
      event.preventDefault();
      (this.#list.children[this.#selected] as HTMLElement | undefined)?.click();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      this.#select((this.#selected + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    }
  }

  #select(index: number): void {
    this.#list.children[this.#selected]?.setAttribute("aria-selected", "false");
    this.#selected = index;
    const option = this.#list.children[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option === undefined) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", option.id);
  }

  #find(selector: string): HTMLElement {
    const element = this.#dialog.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`The search has no ${selector}`);
    return element;
  }
}

function countResults(count: number): string {
  if (count === 0) return "Nothing found";
  return count === 1 ? "1 result" : `${count} results`;
}
