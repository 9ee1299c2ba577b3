import type { PdfDocument } from "./document.ts";
import { highest, rootOf, withoutStream } from "./objects.ts";

/** Numbers that distinguish the parts: of objects, of what is tagged, and in the names of tables' cells. */
interface Shift {
  readonly number: number;
  readonly tagged: number;
  readonly cells: string;
}

/** The parts with objects, tags and cells of tables that are called differently in each. */
export function distinct(parts: readonly PdfDocument[]): PdfDocument[] {
  let [number, tagged] = [0, 0];
  return parts.map((part, at) => {
    const shift = { number, tagged, cells: at === 0 ? "" : `part${String(at).padStart(4, "0")}-` };
    const objects = [...part.objects].map(
      ([own, content]) => [own + shift.number, shiftObject(content, shift)] as const,
    );
    number += highest(part);
    tagged += Number(/\/ParentTreeNextKey (\d+)/.exec(rootOf(part, "StructTreeRoot"))?.[1] ?? 0);
    return { objects: new Map(objects), trailer: shiftTokens(part.trailer, shift) };
  });
}

/** The bytes of a stream stay as they are. */
function shiftObject(content: string, shift: Shift): string {
  const head = withoutStream(content);
  return shiftTokens(head, shift) + content.slice(head.length);
}

/** Words, other strings, numbers of tags, references. */
const tokens =
  /\/(?:Alt|ActualText|URI|Title) \((?:\\[\s\S]|[^\\)])*\)|\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f]+>|\/StructParents? (\d+)|(\d+) 0 R\b/g;

/** No string holds a reference; those that name a table's cell become names of the part. */
function shiftTokens(text: string, { number, tagged, cells }: Shift): string {
  return text.replaceAll(tokens, (token: string, parents?: string, reference?: string) => {
    if (reference !== undefined) return `${Number(reference) + number} 0 R`;
    if (parents !== undefined) return token.replace(parents, String(Number(parents) + tagged));
    return token.replace(/^\((node\d{8,}\))$/, `(${cells}$1`);
  });
}
