import type { Version } from "../version.ts";

/** What of a service worker's global scope is used: TypeScript's library for workers excludes the one for pages. */
export interface WorkerScope {
  /** Stands before the worker's code. */
  readonly ansatzVersion: Version;
  readonly registration: { readonly scope: string };
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean; type: "all" | "window" }): Promise<readonly Reader[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent & LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
}

/** A page or a worker of a page. */
export interface Reader {
  readonly id: string;
  postMessage(message: unknown): void;
}

/** An event that lasts as long as what it waits for. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a reader. */
export interface Asked extends LastingEvent {
  readonly request: Request;
  /** Who asks. */
  readonly clientId: string;
  /** Who comes of a navigation; older browsers do not say. */
  readonly resultingClientId?: string;
  respondWith(response: Promise<Response>): void;
}
