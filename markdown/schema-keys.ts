import type { z } from "astro/zod";

/** The keys that a strict object schema knows at a path. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const definition = (schema as unknown as { def: SchemaDefinition }).def;
  if (definition.type === "object" && path.length === 0) return Object.keys(definition.shape ?? {});
  const [key, ...rest] = path;
  const inner = definition.innerType ?? definition.in ?? definition.options?.find(isObject);
  if (inner !== undefined) return knownKeys(inner, path);
  const next = definition.type === "object" ? definition.shape?.[String(key)] : definition.element;
  return (next ?? definition.valueType) === undefined
    ? []
    : knownKeys((next ?? definition.valueType) as z.ZodType, rest);
}

function isObject(schema: z.ZodType): boolean {
  return (schema as unknown as { def: SchemaDefinition }).def.type === "object";
}

interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
}
