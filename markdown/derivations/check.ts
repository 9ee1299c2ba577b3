import type { Math as Display, InlineMath } from "mdast-util-math";
import type { VFile } from "vfile";
import {
  type Audit,
  auditDisplay,
  type CheckedDisplay,
  checkUnlessKnown,
  type DefinitionNote,
  defineFromInline,
  noKnownChecks,
  proposeSymbols,
  type Variant,
} from "../../derivation/index.ts";
import { compilationOf, report, sourceOf } from "../compilation.ts";
import { blankLabels, offsetIn } from "../formula-source.ts";
import { checkKey, inForce } from "./check-key.ts";
import { type Declaration, headOf, lastMeanings, namesUsedIn, narrowed } from "./declarations.ts";
import type { DisplayOutcome } from "./outcome.ts";
import { excused, outcomeOf } from "./outcome.ts";
import type { Panel } from "./panel.ts";
import { findingsOf, type Voice } from "./placed-findings.ts";
import type { Region } from "./regions.ts";
import { trialOf } from "./trial-data.ts";
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
  const { tex } = display;
  // before the check: it puts the display's own definitions in force
  const audit = compilationOf(file).input.isAudited ? { audit: audited(display, region) } : {};
  const { checks = noKnownChecks } = compilationOf(file).input;
  const checked = checkUnlessKnown(display, checkKey(display, region), checks);
  const found = { ...outcomeOf(checked, excuse), ...audit };
  keep(checked.definitions, tex.trim(), region);
  keepBroken(checked, tex, region);
  node.data = { ...node.data, check: found };
  if (isMarked(found, voice)) node.data.panel = panelFor(tex, found, region, file);
  for (const { finding, offset } of findingsOf(found, voice, () => proposeSymbols(display)))
    report(file, node, finding, offset === undefined ? 0 : offsetIn(node, offset, file));
}

function audited(display: ReturnType<typeof readable>, region: Region): Audit {
  const { tex, macros, seed } = display;
  let variants: Variant[] | undefined;
  return auditDisplay(display, () => {
    variants ??= variantsOf(inForce(tex, region, macros), macros, seed);
    return variants;
  });
}

/** Takes what inline mathematics defines; it claims nothing. */
export function define(node: InlineMath, region: Region, file: VFile): void {
  if (!region.isDeclared) return;
  const display = readable(node, region, file);
  keep(defineFromInline(display), display.tex, region);
}

/** A formula as the checker takes it. */
function readable(node: Display | InlineMath, { scope }: Region, file: VFile) {
  const { macros } = compilationOf(file).input;
  const seed = `${sourceOf(node, file).path} ${node.value}`;
  return { tex: blankLabels(node.value), macros, scope, seed };
}

function keep(notes: readonly DefinitionNote[], tex: string, region: Region): void {
  // as the checker spells them, and as they are written: a macro may stand for a name
  const names = notes.flatMap((note) => [note.name, headOf(note.tex)]);
  if (names.length > 0) region.definitions.push({ names, uses: tex, tex, block: lastBlock(region) });
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

function panelFor(tex: string, found: DisplayOutcome, region: Region, file: VFile): Panel {
  const used = namesUsedIn(tex, [...region.declarations, ...region.definitions]);
  const isUsed = (name: string) => used.has(name);
  const declarations = region.declarations
    .filter(({ declaration, names }) => declaration.kind === "setting" || names.some(isUsed))
    .map((each) => ({ ...each, declaration: narrowed(each.declaration, isUsed) }));
  const definitions = region.definitions.filter(({ names }) => names.some(isUsed));
  const { macros } = compilationOf(file).input;
  const spoken = [tex, ...declarations.map((each) => each.uses), ...definitions.map((each) => each.uses)];
  const shown = declarations
    .map(({ declaration }) => declaration)
    .filter((each) => each.kind !== "setting" || concerns(each, spoken.join(" ")));
  const trial = canBeTyped(used, region)
    ? trialOf(found.steps, declarations, definitions, macros)
    : undefined;
  return {
    found,
    declarations: lastMeanings(shown),
    ...(trial === undefined ? {} : { trial }),
  };
}

/** Whether a setting makes a difference to a formula. */
function concerns({ meaning }: Declaration, tex: string): boolean {
  return meaning.startsWith("set log") ? /\\log(?![A-Za-z])/.test(tex) : tex.includes("_");
}

/** Whether a reader can type values of all names: of a positive definite matrix, nobody can entry by entry. */
function canBeTyped(names: ReadonlySet<string>, { scope }: Region): boolean {
  return [...names].every((name) => {
    const meaning = scope.find(name);
    return meaning?.kind !== "variable" || meaning.binding.domain?.property === undefined;
  });
}
