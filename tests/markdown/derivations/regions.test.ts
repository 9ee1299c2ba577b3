import { describe, expect, test } from "vitest";
import { compileText } from "../compile-text.ts";

/** The outcomes of a text's displays, in order; “-” where the checker did not look. */
async function outcomes(text: string, beside: Record<string, string> = {}): Promise<string> {
  const { displays } = await compileText(`# T\n\n${text}`, beside);
  return displays.map(({ check }) => check?.outcome ?? "-").join(" ");
}

const symbols = (line: string) => `\`\`\`symbols\n${line}\n\`\`\`\n\n`;
const x = symbols("x in (0, 1)");
const claim = "$$ x + x = 2x $$\n\n";

describe("a symbols block is in force", () => {
  test("from where it stands, to the next heading of its level", async () => {
    const text = `${claim}## A\n\n${x}${claim}### B\n\n${claim}## C\n\n${claim}`;
    expect(await outcomes(text)).toBe("- verified verified -");
  });

  test("to the end of the block that it stands in", async () => {
    expect(await outcomes(`:::hint\n${x}${claim}:::\n\n${claim}`)).toBe("verified -");
  });

  test("throughout, in a document that asks for it", async () => {
    const { displays, mistakes } = await compileText(`---\nchecked: true\n---\n# T\n\n${claim}`);
    expect(displays[0]?.check?.outcome).toBe("unchecked");
    expect(mistakes.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["unchecked-step warning"]);
  });
});

describe("a definition is in force", () => {
  test("from its display on, and from inline mathematics", async () => {
    expect(await outcomes(`${x}$$ a = 2x $$\n\n$$ a = x + x $$`)).toBe("definition verified");
    expect(await outcomes(`${x}With $a = 2x$,\n\n$$ a = x + x $$`)).toBe("verified");
  });

  test("not before a block declares anything", async () => {
    expect(await outcomes(`With $a = 2x$,\n\n${x}$$ a + x = x + a $$`)).toBe("unchecked");
  });

  test("to the next heading of its level", async () => {
    expect(await outcomes(`${x}## A\n\n$$ a = 2x $$\n\n## B\n\n$$ a = 3x $$`)).toBe("definition definition");
  });

  test("within a quoted answer only, if it stands there", async () => {
    const quoted = { "llm.md": "---\nby: An LLM\n---\n\n$$ a = 2x $$\n\n$$ a = x + x $$" };
    const text = `${x}::attempt{of="llm.md"}\n\n$$ a = 3x $$`;
    expect(await outcomes(text, quoted)).toBe("definition verified definition");
  });
});

test("a formula that inline mathematics claims is not checked", async () => {
  const { mistakes } = await compileText(`# T\n\n${x}If $x = 2x$, then.`);
  expect(mistakes).toEqual([]);
});
