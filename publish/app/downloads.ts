import { cp, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ArtefactList, type ListedArtefact, readList } from "../artefact-list.ts";
import { replaceFolder, withDraft } from "../draft.ts";
import { findElement, parseElements } from "../html.ts";
import { escapeText } from "../provenance.ts";
import { Refusal, refusing } from "../refusal.ts";
import { formatSize } from "../size.ts";
import { buildApp } from "./build-app.ts";
import { describeKind } from "./kind-words.ts";
import { downloadsFolder, offlinePath } from "./places.ts";

/**
 * Lays what was exported beside a built site, and lists it on “Read offline”; what lay there before goes. Throws a
 * `Refusal` where nothing was exported, or where it was made of another build than the site is.
 */
export async function publishDownloads(exported: string, site: string): Promise<readonly ListedArtefact[]> {
  const list = await readList(exported);
  if (list === undefined) throw new Refusal(`${exported} holds no export: run \`ansatz export\` first`);
  const page = await readOfflinePage(site);
  await checkBuild(list, page, { exported, site });
  // a folder is no file to take away: the zip is
  const artefacts = list.artefacts.filter(({ path }) => !path.endsWith("/index.html"));
  if (artefacts.length === 0) throw new Refusal(`${exported} holds no file to take away: export a zip`);
  const folder = join(site, downloadsFolder);
  await refusing(site, () =>
    withDraft(folder, async (draft) => {
      for (const { path } of artefacts) await cp(join(exported, path), join(draft, path));
      replaceFolder(folder, draft);
      await writeFile(join(site, offlinePath), withList(page, artefacts));
      await buildApp(site);
    }),
  );
  return artefacts;
}

async function readOfflinePage(site: string): Promise<string> {
  try {
    return await readFile(join(site, offlinePath), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Refusal(`${site} holds no built site with a page “Read offline”: run \`npm run build\` first`);
  }
}

async function checkBuild(
  list: ArtefactList,
  page: string,
  { exported, site }: { readonly exported: string; readonly site: string },
): Promise<void> {
  const build = findElement(parseElements(page), "meta", "content", ["name", "ansatz-build"]) ?? "";
  if (list.build !== build) {
    throw new Refusal(
      `${exported} was made of build ${list.build}, and ${site} is ${build}: export it again`,
    );
  }
  for (const { path } of list.artefacts) {
    const isThere = await stat(join(exported, path)).then(
      () => true,
      () => false,
    );
    if (!isThere) throw new Refusal(`${exported} lists ${path}, which is not there: export it again`);
  }
}

/** The page with a table of the files in the place that it keeps for them. */
function withList(page: string, artefacts: readonly ListedArtefact[]): string {
  const place = parseElements(page).find(({ attributes }) => attributes.has("data-downloads"));
  if (place === undefined) throw new Error(`${offlinePath} has no place for downloads`);
  const end = page.lastIndexOf("</", place.end);
  return page.slice(0, place.startTagEnd) + renderList(artefacts) + page.slice(end);
}

/** Files by kind, each kind with what it can and cannot do. */
export function renderList(artefacts: readonly ListedArtefact[]): string {
  const kinds = [...Map.groupBy(artefacts, ({ kind }) => kind)];
  return kinds
    .map(([kind, files]) => {
      const rows = files.map(({ path, title, bytes }) => {
        const href = `../${downloadsFolder}/${path.split("/").map(encodeURIComponent).join("/")}`;
        const link = `<a href="${href}" download>${escapeText(title)}</a>`;
        return `<tr><th scope="row">${link}</th><td>${formatSize(bytes)}</td></tr>`;
      });
      const { name, use } = describeKind(kind);
      return `<h3>${name}</h3><p>${use}</p><table class="downloads"><tbody>${rows.join("")}</tbody></table>`;
    })
    .join("");
}
