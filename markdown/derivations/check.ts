import type { Math as Display, InlineMath } from "mdast-util-math";
import type { VFile } from "vfile";
import {
  type Audit,
  auditDisplay,
  type CheckedDisplay,
  checkUnlessKnown,
  type DefinitionNote,
  defineUnlessKnown,
  noKnownChecks,
  proposeSymbols,
  type Variant,
} from "../../derivation/index.ts";
import { compilationOf, report, sourceOf } from "../compilation.ts";
import { blankLabels, offsetIn } from "../formula-source.ts";
import { checkKey, inForce, keyAmong, mattering } from "./check-key.ts";
import { headOf } from "./declarations.ts";
import type { DisplayOutcome } from "./outcome.ts";
import { excused, outcomeOf } from "./outcome.ts";
import type { Panel } from "./panel.ts";
import { panelFor } from "./panel-for.ts";
import { findingsOf, type Voice } from "./placed-findings.ts";
import type { DefinitionInForce, Region } from "./regions.ts";
import { variantsOf } from "./variants.ts";

declare module "mdast-util-math" {
  interface MathData {
    /** What the derivation checker found of the display. */
    check?: DisplayOutcome;
    /** What a reader sees of it; absent where the page shows no mark. */
    panel?: Panel;
  }
}

/** Checks a display where it stands, reports what is wrong with it, and leaves with it what was found. */
export function check(node: Display, region: Region, voice: Voice, file: VFile): void {
  const excuse = node.data?.excuse;
  const isLeftAlone = voice.kind === "quoted" && excuse !== undefined;
  if (!region.isDeclared || isLeftAlone) {
    if (excuse === undefined) return;
    const found = excused(excuse);
    node.data = { ...node.data, check: found, panel: { found, declarations: [] } };
    return;
  }
  const display = readable(node, region, file);
  const { tex, macros } = display;
  // before the check: it puts the display's own definitions in force
  const audit = compilationOf(file).input.isAudited ? { audit: audited(display, region) } : {};
  const { checks = noKnownChecks } = compilationOf(file).input;
  const matters = mattering(tex, region, macros);
  const checked = checkUnlessKnown(display, keyAmong(display, matters), checks);
  const found = { ...outcomeOf(checked, excuse), ...audit };
  const own = keep(checked.definitions, tex.trim(), region);
  keepBroken(checked, tex, region);
  node.data = { ...node.data, check: found };
  if (isMarked(found, voice))
    node.data.panel = panelFor(display, found, { ...matters, definitions: [...matters.definitions, ...own] });
  for (const { finding, offset } of findingsOf(found, voice, () => proposeSymbols(inScope(display))))
    report(file, node, finding, offset === undefined ? 0 : offsetIn(node, offset, file));
}

function audited(display: ReturnType<typeof readable>, region: Region): Audit {
  const { tex, macros, seed } = display;
  let variants: Variant[] | undefined;
  return auditDisplay(inScope(display), () => {
    variants ??= variantsOf(inForce(tex, region, macros), macros, seed);
    return variants;
  });
}

/** Takes what inline mathematics defines; it claims nothing. */
export function define(node: InlineMath, region: Region, file: VFile): void {
  if (!region.isDeclared) return;
  const display = readable(node, region, file);
  const { checks = noKnownChecks } = compilationOf(file).input;
  keep(
    defineUnlessKnown(display, () => checkKey(display, region), checks),
    display.tex,
    region,
  );
}

/** A formula as the checker takes it. */
function readable(node: Display | InlineMath, { scope }: Region, file: VFile) {
  const { macros } = compilationOf(file).input;
  const seed = `${sourceOf(node, file).path} ${node.value}`;
  return { tex: blankLabels(node.value), macros, scope, seed };
}

function inScope({ scope, ...display }: ReturnType<typeof readable>) {
  return { ...display, scope: scope.now() };
}

/** Puts what a formula defines in force. */
function keep(notes: readonly DefinitionNote[], tex: string, region: Region): readonly DefinitionInForce[] {
  // as the checker spells them, and as they are written: a macro may stand for a name
  const names = notes.flatMap((note) => [note.name, headOf(note.tex)]);
  const kept = names.length > 0 ? [{ names, uses: tex, tex, block: lastBlock(region) }] : [];
  region.definitions.push(...kept);
  return kept;
}

/** A definition that cannot be read is in force too; of a display that cannot be read, nobody knows what it defines. */
function keepBroken({ steps }: CheckedDisplay, tex: string, region: Region): void {
  const unread = steps.filter(({ outcome }) => outcome === "unchecked").map(({ left }) => left);
  if (unread.length === 0) return;
  const names = unread.includes(tex.trim()) ? [] : unread.flatMap((left) => [left, headOf(left)]);
  region.broken.push({ names, uses: tex, tex, block: lastBlock(region) });
}

function lastBlock({ declarations }: Region): number {
  return declarations.at(-1)?.block ?? -1;
}

/** Notes have no room for marks; of a quoted answer, only what was read is marked. */
function isMarked({ outcome }: DisplayOutcome, { kind }: Voice): boolean {
  return kind === "own" || (kind === "quoted" && (outcome === "verified" || outcome === "false"));
}
