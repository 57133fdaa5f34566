/** An identity that did not hold, with what should have been and what was. */
export class IdentityBroken extends Error {
  constructor(identity: string, expected: unknown, found: unknown) {
    super(`${identity}: ${expected} expected, ${found} found`)
  }
}

/** @throws IdentityBroken where two amounts are not the same cent */
export function holdEqual(identity: string, expected: bigint, found: bigint): void {
  if (expected !== found) throw new IdentityBroken(identity, expected, found)
}
