import type { Obstacles } from "./obstacle.ts";

/**
 * Calls that ask a server for something; from disk there is none. A method of the same name is not meant, called or
 * defined.
 */
const anyCall =
  /(?<![.\w$#])(?:fetch\s*\((?![\w$,]*\)\{)|importScripts\s*\(|new\s+(?:XMLHttpRequest|EventSource|WebSocket)\b)|\bserviceWorker\s*\.\s*register\s*\(/g;

/** The same where the address stands in the call. */
const callOfFile = /(?<![.\w$#])(?:fetch|importScripts)\s*\(\s*(?:["'`]|new\s+URL\b)/g;

/** Reports every call in a script of a page that would ask a server for something. */
export function reportNetworkCalls(obstacles: Obstacles, code: string, shift = 0): void {
  report(anyCall, obstacles, code, shift);
}

/**
 * Reports the calls in a worker that ask for a named file. Others pass: tf.js carries loaders of models that nobody
 * calls, and if somebody did, the page's policy (`connect-src 'none'`) would refuse it in the console.
 */
export function reportFileCalls(obstacles: Obstacles, code: string): void {
  report(callOfFile, obstacles, code, 0);
}

function report(calls: RegExp, obstacles: Obstacles, code: string, shift: number): void {
  for (const { 0: call, index } of code.matchAll(calls)) {
    obstacles.report(
      "network-call",
      shift + index,
      `the script calls \`${call.replace(/\s*\(.*$/s, "")}\`, which reads nothing from disk`,
    );
  }
}
