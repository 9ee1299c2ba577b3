/** What installs the site: its manifest, its icons, the script that its pages start. */
export const appFolder = "_app";

/** The script that pages start: one that is opened without the server starts it too. */
export const startPath = `${appFolder}/start.js`;

/** What a reader can take away, laid beside the pages by `ansatz publish`. */
export const downloadsFolder = "_downloads";

/** The worker stands at the root, for it answers only for what is below itself. */
export const workerPath = "service-worker.js";

/** The page “Read offline”. */
export const offlinePath = "offline/index.html";

/** Whether a file of a built site is of use only where the site is served. */
export function isServedOnly(path: string): boolean {
  return path === workerPath || [appFolder, downloadsFolder].some((folder) => path.startsWith(`${folder}/`));
}
