/**
 * `Worker` for pages that are opened from disk. Browsers start none from a file, but a classic one from a blob. Its
 * text comes from a script that is read when the worker is started; what is posted before waits.
 */
export function createFolderWorker(readText: (url: string) => Promise<string>) {
  return class FolderWorker extends EventTarget {
    onmessage: ((event: MessageEvent) => void) | null = null;
    onmessageerror: ((event: MessageEvent) => void) | null = null;
    onerror: ((event: ErrorEvent) => void) | null = null;
    #worker: Worker | undefined;
    #isTerminated = false;
    #waiting: Parameters<Worker["postMessage"]>[] = [];

    constructor(url: URL | string) {
      super();
      this.addEventListener("message", (event) => this.onmessage?.(event as MessageEvent));
      this.addEventListener("messageerror", (event) => this.onmessageerror?.(event as MessageEvent));
      this.addEventListener("error", (event) => this.onerror?.(event as ErrorEvent));
      readText(String(url)).then(
        (text) => this.#start(text),
        (error: Error) => this.dispatchEvent(new ErrorEvent("error", { message: error.message })),
      );
    }

    postMessage(...message: Parameters<Worker["postMessage"]>): void {
      if (this.#worker === undefined) this.#waiting.push(message);
      else this.#worker.postMessage(...message);
    }

    terminate(): void {
      this.#isTerminated = true;
      this.#waiting = [];
      this.#worker?.terminate();
    }

    #start(text: string): void {
      if (this.#isTerminated) return;
      const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      const worker = new Worker(url);
      worker.addEventListener("message", ({ data, ports }) => {
        this.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
      });
      worker.addEventListener("messageerror", ({ data }) => {
        this.dispatchEvent(new MessageEvent("messageerror", { data }));
      });
      worker.addEventListener("error", (event) => this.#passError(event));
      this.#worker = worker;
      for (const message of this.#waiting) worker.postMessage(...message);
      this.#waiting = [];
    }

    #passError(event: ErrorEvent): void {
      const { message, filename, lineno, colno } = event;
      const copy = new ErrorEvent("error", { message, filename, lineno, colno, cancelable: true });
      if (!this.dispatchEvent(copy)) event.preventDefault();
    }
  };
}
