/** Chromium's offer to install a site, which it makes where the reader has not taken it yet. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Puts a button “Install” into a place of the page, in browsers that let a page ask. */
export function offerInstallation(place: HTMLElement): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    const offer = event as InstallOffer;
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: "Install",
    });
    const line = document.createElement("p");
    line.className = "shelf-buttons";
    line.append(button);
    button.addEventListener("click", () => {
      line.remove();
      void offer.prompt();
    });
    place.append(line);
  });
}
