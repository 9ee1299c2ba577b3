import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import type { DiskPage } from "./disk-page.ts";

/** A Firefox that reaches nothing but this machine's own test servers. */
export interface Firefox {
  /** A new page; what goes wrong in it is added to the complaints. */
  openPage(complaints: string[]): Promise<DiskPage>;
  close(): Promise<void>;
}

/** Playwright cannot drive Firefox ESR: WebDriver BiDi can. Returns undefined where no Firefox is installed. */
export async function startFirefox(): Promise<Firefox | undefined> {
  const executablePath = findFirefox() ?? installFirefox();
  if (executablePath === undefined) return undefined;
  const proxy = await startProxy();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: preferences(proxy.port),
  });
  return {
    async openPage(complaints) {
      const page = await browser.newPage();
      await collect(page, complaints);
      proxy.onRequest = (line) => complaints.push(`asked the network: ${line}`);
      return page as unknown as DiskPage;
    },
    async close() {
      await browser.close();
      proxy.close();
    },
  };
}

/**
 * Automation makes Firefox take every file for the same origin, under which broken copies look fine; a reader's does
 * not. All requests to other hosts go to a proxy that refuses them.
 */
function preferences(port: number) {
  return {
    "security.fileuri.strict_origin_policy": true,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": port,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": port,
    // what Firefox asks for by itself
    "services.settings.server": "data:,",
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
  };
}

/** Refuses whatever it is asked for, and says what that was. */
async function startProxy() {
  const proxy = { port: 0, onRequest: (_line: string) => {}, close: () => {} };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      const line = String(data).split("\r\n", 1)[0] ?? "";
      if (!/mozilla\.(com|org|net)|firefox\.com/.test(line)) proxy.onRequest(line);
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.port = (server.address() as AddressInfo).port;
  proxy.close = () => server.close();
  return proxy;
}

/**
 * BiDi reports neither a file that is missing nor what a policy stops: the page itself does. What it says while it is
 * being left is no complaint: Firefox takes each file that is still on its way for one that cannot be read.
 */
async function collect(page: Page, complaints: string[]): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    addEventListener("beforeunload", () => {
      console.error = () => {};
      console.warn = () => {};
    });
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`the policy stopped ${event.violatedDirective} ${event.blockedURI}`);
    });
    const report = ({ target }: Event) => {
      if (target instanceof Element) console.error(`could not be read: ${target.outerHTML.slice(0, 200)}`);
    };
    addEventListener("error", report, { capture: true });
  });
  page.on("console", (message) => {
    if (["error", "warn", "assert"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    // Firefox lays out a page while it reads it, a fraction of which only one half has come too
    if (!/Invalid markup: Incorrect number of children/.test(String(error))) {
      complaints.push(`uncaught: ${String(error)}`);
    }
  });
  page.on("request", (request) => {
    if (!/^(data|blob|file):|^http:\/\/127\.0\.0\.1:/.test(request.url()))
      complaints.push(`to another host: ${request.url()}`);
  });
}

function findFirefox(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const paths = ["firefox-esr", "firefox"].flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable);
}

/** On a server of continuous integration, which is thrown away, Firefox is installed where it is missing. */
function installFirefox(): string | undefined {
  if (!process.env["CI"]) return undefined;
  for (const args of [["update"], ["install", "-y", "firefox-esr"]]) {
    console.log(`No Firefox here: apt-get ${args.join(" ")}`);
    spawnSync("apt-get", args, { stdio: ["ignore", "inherit", "inherit"], timeout: 10 * 60_000 });
  }
  return findFirefox();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
