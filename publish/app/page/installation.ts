/** Chromium's offer to install a site, which it makes where the reader has not taken it yet. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/**
 * Puts a button “Install” below a place of the page, in browsers that let a page ask. To be called before the page is
 * loaded: the browser makes its offer once.
 */
export function offerInstallation(place: HTMLElement): void {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Install" });
  const line = document.createElement("p");
  line.className = "shelf-buttons";
  line.append(button);
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    const offer = event as InstallOffer;
    button.onclick = () => {
      line.remove();
      void offer.prompt();
    };
    place.append(line);
  });
  addEventListener("appinstalled", () => line.remove());
}
