/** Thrown when nothing can be exported for a reason that is not in the site's files; the message says what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What a disk may answer, and what to do then. */
const answers: Readonly<Record<string, string>> = {
  ENOSPC: "there is no room left on the disk: make room, or write elsewhere",
  EDQUOT: "there is no room left for you on the disk: make room, or write elsewhere",
  EACCES: "it may not be written: change its rights, or write elsewhere",
  EPERM: "it may not be written: change its rights, or write elsewhere",
  EROFS: "its disk can only be read: write elsewhere",
  ENOTDIR: "a file stands where a folder should: move it away, or write elsewhere",
  EEXIST: "a file stands where a folder should: move it away, or write elsewhere",
  EISDIR: "a folder stands where a file should: move it away, or write elsewhere",
};

/** Calls for something that writes into a folder; throws a `Refusal` where the disk does not let it. */
export async function refusing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code = "", path } = error as NodeJS.ErrnoException;
    const answer = answers[code];
    if (answer === undefined) throw error;
    throw new Refusal(`${path ?? folder}: ${answer}. Nothing that was there before is lost`);
  }
}
