/**
 * What the checker throws when it declines to read or to evaluate something. It is an answer
 * (“not checked, because …”), not a bug: whoever starts a check catches it.
 */
export class Refusal extends Error {
  /** Where in the TeX the refused notation stands, in UTF-16 units from its start, if known. */
  readonly offset: number | undefined;
  /** The line of a `symbols` block that would help, ready to paste. */
  readonly proposal: string | undefined;

  constructor(reason: string, offset?: number, proposal?: string) {
    super(reason);
    this.name = "Refusal";
    this.offset = offset;
    this.proposal = proposal;
  }
}

/** The outcome of `attempt`, or the refusal that it raised; running out of stack counts as one. */
export const refusable = <T>(attempt: () => T): T | Refusal => {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    if (error instanceof RangeError) return new Refusal("too deeply nested or too long");
    throw error;
  }
};

/** The refusal itself, with a place if it had none. */
export const placed = (refusal: Refusal, offset: number): Refusal =>
  refusal.offset === undefined ? new Refusal(refusal.message, offset, refusal.proposal) : refusal;
