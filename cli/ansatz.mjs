#!/usr/bin/env node
import "./register-typescript.mjs";

await import("./ansatz.ts");
