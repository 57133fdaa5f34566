/** Faults the sandbox can play. */
export const faultKinds = { answer_lost: {} } as const
