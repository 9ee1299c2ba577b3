import { describe, expect, test } from "vitest";
import { evaluate } from "../../derivation/index.ts";
import { CORPUS, POINT, SYMBOLS } from "./corpus.ts";
import { macros, scopeOf } from "./setting.ts";

const scope = scopeOf(SYMBOLS);

describe("a formula has the value that was computed for it independently", () => {
  test.each(CORPUS)("%s", (tex, value) => {
    const found = evaluate({ tex, macros, scope, point: POINT });
    if (!Number.isFinite(value)) expect(found).toBe(value);
    else expect(Math.abs(found - value)).toBeLessThan(1e-11 * Math.max(1, Math.abs(value)));
  });
});
