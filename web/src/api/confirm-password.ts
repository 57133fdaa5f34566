/** Asks whoever sits here for the password, and tells whether they gave it. */
type Asker = () => Promise<boolean>

let asker: Asker | null = null

/** Has what is refused until the password was given again asked for by this; returns how to stop. */
export function askPasswordWith(ask: Asker): () => void {
  asker = ask
  return () => {
    if (asker === ask) asker = null
  }
}

let asking: Promise<boolean> | null = null

/** Asks once, however many wait for it. */
export function askPassword(): Promise<boolean> {
  asking ??= (asker?.() ?? Promise.resolve(false)).finally(() => {
    asking = null
  })
  return asking
}
