import "../cli/register-typescript.mjs";

/** What a course's tests import: `import { check } from "ansatz/check"`. See check-tex.ts. */
export const { check } = await import("./check-tex.ts");
