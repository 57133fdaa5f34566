/** Which invoices of a list are chosen, by id. */
export type Selection = ReadonlySet<string>

/**
 * The choice after a click on one: that one is chosen or is no longer, and with Shift all from the last one that was
 * clicked on become as it.
 */
export function afterClick(
  selection: Selection,
  ids: readonly string[],
  { clicked, last, withShift }: { clicked: string; last: string | null; withShift: boolean },
): Selection {
  const isChosen = !selection.has(clicked)
  const [from, to] = [last === null ? -1 : ids.indexOf(last), ids.indexOf(clicked)]
  const concerned = withShift && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [clicked]
  const next = new Set(selection)
  for (const id of concerned) {
    if (isChosen) next.add(id)
    else next.delete(id)
  }
  return next
}

/** What could not be done of several things, with why. */
export type Failed<Item> = { readonly item: Item; readonly error: unknown }

/**
 * Does something with each, one after the other: what fails keeps none of the others, and whoever is on another page
 * meanwhile loses nothing.
 */
export async function oneByOne<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  onDone: (count: number) => void,
): Promise<Failed<Item>[]> {
  const failed: Failed<Item>[] = []
  for (const [at, item] of items.entries()) {
    try {
      await work(item)
    } catch (error) {
      failed.push({ item, error })
    }
    onDone(at + 1)
  }
  return failed
}
