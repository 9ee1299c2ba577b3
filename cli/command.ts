/** A command of the `ansatz` program. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Its arguments, as in a synopsis. */
  readonly usage: string;
  /** Its options and what they mean, a line each, for `--help`. */
  readonly options?: readonly string[];
  /** What `--help` says besides, below the synopsis. */
  readonly details?: () => Promise<string>;
  /** Runs it in the current folder, the course's root; returns the exit code (0 done, 1 mistakes, 2 misuse). */
  run(args: string[]): Promise<number>;
}
