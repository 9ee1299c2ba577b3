import type { ShelfRequest, VersionNotice } from "../version.ts";

/**
 * Says quietly that a newer version is there, and loads the page anew when the reader asks. The place in the page and
 * the states of figures stand in the address, and are kept.
 */
export function offerNewer(container: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
  let isAccepted = false;
  // a page that no worker has answered came from the server, as new as it was
  let isKept = container.controller !== null;
  const accept = () => {
    isAccepted = true;
    const request: ShelfRequest = "accept";
    if (registration.waiting === null) location.reload();
    else registration.waiting.postMessage(request);
  };
  const offer = () => isKept && showOffer(accept);
  if (registration.waiting !== null) offer();
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => next.state === "installed" && offer());
  });
  container.addEventListener("message", ({ data }) => {
    if ((data as Partial<VersionNotice>).isOther) showOffer(accept);
  });
  container.addEventListener("controllerchange", () => {
    if (isAccepted) location.reload();
    else offer();
    // the first worker takes over the pages that are open
    isKept = true;
  });
}

function showOffer(accept: () => void): void {
  if (document.querySelector(".newer-version") !== null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Show it";
  button.addEventListener("click", accept);
  const line = document.createElement("p");
  line.className = "newer-version";
  line.role = "status";
  line.append("A newer version of these pages is there. ", button);
  document.body.append(line);
}
