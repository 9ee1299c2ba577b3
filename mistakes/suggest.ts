/** The known name that is nearest to an unknown one (edit distance at most a third of its length), if any. */
export function suggest(unknown: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(unknown.length / 3)) + 1;
  for (const name of known) {
    const distance = editDistance(unknown.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** “did you mean `hint`? Known: …”, ready to stand behind “hint:”. */
export function suggestion(unknown: string, known: readonly string[]): string {
  const nearest = suggest(unknown, known);
  const list = `known: ${known.map((name) => `\`${name}\``).join(", ")}`;
  return nearest === undefined ? list : `did you mean \`${nearest}\`? (${list})`;
}

/** Levenshtein distance between two strings. Source: Wagner and Fischer, 1974. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
