/** A text on one line of at most `length` characters; where it is cut, it is cut at a word and says so by `…`. */
export function excerpt(text: string, length: number): string {
  const line = text.trim().replace(/\s+/gu, " ");
  if (line.length <= length) return line;
  return `${line.slice(0, length - 1).replace(/(?<=\S)\s+\S*$/u, "")} …`;
}
