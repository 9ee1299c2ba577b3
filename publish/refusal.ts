/** Thrown when nothing can be exported for a reason that is not in the site's files; the message says what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
