import "./cli/register-typescript.mjs";

/** What a course imports: `import ansatz from "ansatz"`. See integration.ts. */
const { default: ansatz } = await import("./integration.ts");
export default ansatz;
