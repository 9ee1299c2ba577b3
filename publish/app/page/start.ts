import { siteAddress } from "../../../layouts/site-address.ts";
import { offerInstallation } from "./installation.ts";
import { introducePage } from "./introduce.ts";
import { offerNewer } from "./newer.ts";
import { mayKeep } from "./permission.ts";
import { ShelfControls } from "./shelf-controls.ts";
import { whyNot } from "./why-not.ts";

/** How often a page that stays open asks whether there is a newer version, in milliseconds. */
const pause = 60 * 60_000;

const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
const controls = document.querySelector<HTMLElement>("[data-shelf]");

const place = document.querySelector<HTMLElement>("[data-install]");
if (place !== null) offerInstallation(place);
if (container !== undefined) {
  if (document.readyState === "complete") void start(container);
  else addEventListener("load", () => void start(container));
} else if (controls !== null) controls.textContent = "This browser keeps no pages of this address.";

/** Nothing is fetched to be kept before the page itself is there. */
async function start(container: ServiceWorkerContainer): Promise<void> {
  const shelf = controls && new ShelfControls(controls, container, register);
  try {
    if (mayKeep()) await register();
  } catch (error) {
    console.info("The course is not kept:", error);
    await shelf?.fail(whyNot(error));
  }

  async function register(): Promise<ServiceWorkerRegistration> {
    const address = siteAddress("service-worker.js");
    const registration = await container.register(address, { updateViaCache: "none" });
    offerNewer(container, registration);
    introducePage(container);
    let asked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - asked < pause) return;
      asked = Date.now();
      // off line, there is nothing newer
      registration.update().catch(() => {});
    });
    return registration;
  }
}
