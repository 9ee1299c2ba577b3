import type { Derivation } from "./chains.ts";
import { CHAINS, IDENTITIES } from "./chains.ts";
import { CALCULUS } from "./chains-calculus.ts";
import { LINEAR } from "./chains-linear.ts";
import { RANDOM } from "./chains-random.ts";
import { VECTORS } from "./chains-vectors.ts";

/** Every derivation that must be verified, and whose mutants must not be. */
export const DERIVATIONS: readonly Derivation[] = [
  ...CHAINS,
  ...IDENTITIES,
  ...LINEAR,
  ...RANDOM,
  ...CALCULUS,
  ...VECTORS,
];
