import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const program = join(import.meta.dirname, "../../cli/ansatz.mjs");
const course = join(import.meta.dirname, "../fixtures/derivations/content");
const identities = "content/identities.md";
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ansatz-check-"));
  cpSync(course, join(root, "content"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "check", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CI: "" },
  });
  return { status, stdout, stderr };
}

/** Changes words of a file of the course, which must stand in it. */
function edit(path: string, before: string, after: string): void {
  const text = readFileSync(join(root, path), "utf8");
  expect(text).toContain(before);
  writeFileSync(
    join(root, path),
    text.replace(before, () => after),
  );
}

describe("ansatz check", () => {
  test("sums up what displays came to, of our own and of quoted answers, and why some are not checked", () => {
    const { status, stdout } = check("--strict");
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        "No mistakes in 2 problems.",
        "  displays                             own  quoted",
        "  verified                               9       1",
        "  false                                  0       1",
        "  definition                             1       1",
        "  not checked, for a reason given        2       0",
        "13 steps verified, 1 false, 2 not checked. 0 numbers recomputed.",
        "Why not, and in how many displays:",
        "     1  “$\\Phi$ and $\\Psi$ stand for any two equal functions”",
        "     1  “the second equation is abstract”",
        "",
      ].join("\n"),
    );
  });

  test("keeps what it found beside what builds found, and finds what was edited since", {
    timeout: 60_000,
  }, () => {
    mkdirSync(join(root, "node_modules"));
    const first = check();
    expect(readdirSync(join(root, "node_modules/.astro/ansatz-checks"))).toHaveLength(2);
    expect(check()).toEqual(first);
    edit(identities, "&= x^2 - y^2 \\\\", "&= x^2 + y^2 \\\\");
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining("The step is false") });
  });

  test("fails for a false step, at its place inside the formula, with values that show it", () => {
    edit(identities, "&= x^2 - y^2 \\\\", "&= x^2 + y^2 \\\\");
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain(
      `${identities}:18:2  error: The step is false: \`x^2 + xy - xy - y^2\` = \`x^2 + y^2\`. At `,
    );
  });

  test("takes a file, a folder or a page’s address, and says what there is besides", () => {
    const whole = check().stdout;
    expect(check("content").stdout).toBe(whole);
    const one = check(identities).stdout;
    expect(one).toContain("No mistakes in 1 problem.");
    expect(check("identities").stdout).toBe(one);
    const { status, stderr } = check("identites");
    expect(status).toBe(2);
    expect(stderr).toContain("no file `identites` in this course. Did you mean `identities`?");
  });

  test("warns of what is neither checked nor marked, and fails for it where it must be strict", () => {
    edit(identities, "<!-- unchecked: the second equation is abstract -->", "");
    const { status, stderr, stdout } = check();
    expect(status).toBe(0);
    expect(stderr).toContain(`${identities}:43:26  warning: The step is not checked: `);
    expect(stdout).toMatch(/^ +not checked, and no reason given +1 +0$/m);
    expect(check("--strict").status).toBe(1);
  });

  test("fails for a quoted false step that nobody calls wrong", () => {
    writeFileSync(join(root, "content/quoted/llm.yaml"), "claims: []\n");
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain("content/quoted/llm.md:8:12  error: A quoted step is false");
  });

  test("can be asked for some files only", () => {
    edit(identities, "&= x^2 - y^2 \\\\", "&= x^2 + y^2 \\\\");
    expect(check("content/quoted/index.md").status).toBe(0);
    expect(check("content/quoted/llm.md").stdout).toContain("No mistakes in 1 problem.");
    expect(check(`./${identities}`).status).toBe(1);
    const { status, stderr } = check("content/identity.md");
    expect(status).toBe(2);
    expect(stderr).toContain(
      `no file \`content/identity.md\` in this course. Did you mean \`${identities}\`?`,
    );
  });

  test("prints mistakes, the summary and every display with its steps as JSON", () => {
    edit(identities, "$$ f(-x) = f(x) $$", "$$ f(-x) = -f(x) $$");
    const { status, stdout } = check("--json");
    expect(status).toBe(1);
    const { mistakes, summary, displays } = JSON.parse(stdout);
    expect(mistakes).toMatchObject([{ file: identities, line: 22, rule: "false-step", severity: "error" }]);
    expect(summary.displays).toMatchObject({ verified: { own: 8, quoted: 1 }, false: { own: 1, quoted: 1 } });
    expect(summary.steps).toEqual({ verified: 12, false: 2, unchecked: 2 });
    expect(displays).toHaveLength(15);
    expect(displays[2]).toMatchObject({
      file: identities,
      line: 22,
      isQuoted: false,
      tex: "f(-x) = -f(x)",
      check: { outcome: "false", steps: [{ left: "f(-x)", relation: "=", right: "-f(x)" }] },
    });
  });

  test("audits: what a small mistake would leave verified is named", () => {
    edit(identities, "&\\le x^2", "&\\le x^2 + 1000");
    const { status, stdout } = check(identities, "--audit");
    expect(status).toBe(0);
    expect(stdout).toMatch(/would go unnoticed in `x\^2 - y\^2 \\le x\^2 \+ 1000`/);
    expect(stdout).toMatch(/^Audit: \d+ changes of verified displays: \d+\.\d % false, /m);
  });
});
