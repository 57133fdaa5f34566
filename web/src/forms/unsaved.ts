const prefix = 'stella.unsaved.'

/**
 * Keeps what was typed and is not saved yet in this browser, so that neither a closed tab nor a lost
 * connection loses it.
 * @param name what it belongs to, with the organization in it
 */
export function keepUnsaved(name: string, content: unknown) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(content))
  } catch {
    // A full or closed storage: the page itself still holds the content.
  }
}

/** What was kept under a name, if anything. */
export function unsavedUnder(name: string): unknown {
  try {
    const kept = localStorage.getItem(prefix + name)
    return kept === null ? undefined : JSON.parse(kept)
  } catch {
    return undefined
  }
}

/** Forgets what was kept under a name; everything when no name is given. */
export function forgetUnsaved(name?: string) {
  try {
    const names =
      name === undefined ? Object.keys(localStorage).filter((key) => key.startsWith(prefix)) : [prefix + name]
    for (const key of names) localStorage.removeItem(key)
  } catch {
    // Nothing can be kept without storage, so there is nothing to forget.
  }
}
