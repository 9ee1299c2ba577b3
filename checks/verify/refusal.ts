/** Why nothing can be verified: what is missing, and what to do. */
export class VerifyRefusal extends Error {
  override readonly name = "VerifyRefusal";
}
