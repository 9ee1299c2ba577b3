/** The known name that is nearest to an unknown one (edit distance at most a third of its length), if any. */
export function suggest(unknown: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.floor(unknown.length / 3) + 1;
  for (const name of known) {
    const distance = editDistance(unknown.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** How many known names a hint lists. */
const listed = 12;

/** “Did you mean `hint`? Known: …”, ready to stand behind “hint:”. Of a long list it names the beginning. */
export function suggestion(unknown: string, known: readonly string[]): string {
  const nearest = suggest(unknown, known);
  const names = known.slice(0, listed).map((name) => `\`${name}\``);
  const more = known.length > listed ? ` and ${known.length - listed} more` : "";
  const list = `Known: ${names.join(", ")}${more}.`;
  return nearest === undefined ? list : `Did you mean \`${nearest}\`? ${list}`;
}

/**
 * The number of insertions, deletions, substitutions and swaps of neighbours that turn one string into the other, no
 * letter touched twice (optimal string alignment). Source: Damerau, 1964.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
