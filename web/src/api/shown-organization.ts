/** The organization that this window shows; what is asked from here says so, lest it be done in another one. */
let shown: string | null = null

/** Which organization this window shows, if any. */
export function shownOrganization(): string | null {
  return shown
}

/**
 * Has the window show this organization from now on. One that another window chose meanwhile is begun anew: nothing that
 * was read of the one may stand beside the other.
 */
export function showOrganization(id: string | null): void {
  const isAnother = shown !== null && id !== null && shown !== id
  shown = id
  if (isAnother) location.assign('/')
}

/** Lets go of what was shown, before another one is chosen here or somebody signs out. */
export function showNoOrganization(): void {
  shown = null
}
