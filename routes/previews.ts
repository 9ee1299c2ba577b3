import type { APIRoute } from "astro";
import { anchorsOf } from "../anchors/anchor-list.ts";
import { type Excerpt, type ExcerptContext, excerptsOf } from "../components/previews/excerpts.ts";
import { referenceText } from "../course/pages.ts";
import { renderFrame } from "../lab/frame.ts";
import { defaultValues } from "../lab/parameters.ts";
import { checkValues } from "../lab/state.ts";
import type { FigurePlacement } from "../markdown/document.ts";
import { readExperimentModules } from "./experiment-modules.ts";
import { readSite } from "./site.ts";
import { readTagSite } from "./tag-site.ts";

interface Props {
  excerpts: Readonly<Record<string, Excerpt>>;
}

export async function getStaticPaths() {
  const site = await readSite();
  const tagSite = await readTagSite();
  const anchors = Map.groupBy(anchorsOf(site.tags, tagSite), ({ page }) => page.address);
  const context: ExcerptContext = {
    nameReference: (address, fragment) => referenceText(site, address, fragment),
    frameOf,
  };
  const problems = tagSite.pages.map((page): [string, Props["excerpts"]] => [
    page.address,
    excerptsOf(page, anchors.get(page.address) ?? [], context),
  ]);
  const assignments = site.assignments.map(({ address, data }): [string, Props["excerpts"]] => [
    address,
    { "": { title: data.title, html: `<p>${escapeText(data.description ?? "")}</p>` } },
  ]);
  return [...problems, ...assignments].map(([page, excerpts]) => ({ params: { page }, props: { excerpts } }));
}

/** `previews/….js` for each page that a text may refer to: what links into it show, read when one is pointed at. */
export const GET: APIRoute<Props> = ({ params, props: { excerpts } }) => {
  const page = (params["page"] ?? "").split("/").map(encodeURIComponent).join("/");
  const text = `ansatzPreviews(${JSON.stringify(page)}, ${JSON.stringify(excerpts)});\n`;
  return new Response(text, { headers: { "Content-Type": "text/javascript" } });
};

/** A figure's first panel in the state in which its author placed it. */
function frameOf({ name, values: given }: FigurePlacement): { svg: string; description: string } {
  const experiment = readExperimentModules().get(name);
  if (experiment === undefined) return { svg: "", description: "" };
  const { values } = checkValues(experiment, defaultValues(experiment.parameters), given);
  const { panels, description } = renderFrame(experiment, values, `preview-${name}`);
  return { svg: panels[0]?.svg ?? "", description };
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
