#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 15)) {
  console.error(
    `ansatz: Node 22.15 or newer is needed; this is ${process.version}. \`npm install node@24\` adds one.`,
  );
  process.exit(2);
}
await import("./register-typescript.mjs");
await import("./ansatz.ts");
