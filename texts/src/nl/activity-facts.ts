/** What is stored of an activity: numbers, names, codes of causes; and whether a later one superseded it. */
export type ActivityFacts = Readonly<Record<string, string | number | boolean | null>>

/**
 * The sentences of one entry of the activity log. The title comes in three parts, of which the middle one names what
 * it is about, so that it can be a link; together they are the sentence.
 */
export type ActivitySentences = {
  title: readonly [before: string, subject: string, after: string]
  detail: string
}

export function doneBy({ by }: ActivityFacts): string {
  return by == null ? '' : `Door ${by}. `
}

/** «84 klanten», «1 product». */
export function counted(
  count: ActivityFacts[string] | undefined,
  what: ActivityFacts[string] | undefined,
): string {
  const words = { products: ['product', 'producten'], invoices: ['oude factuur', 'oude facturen'] }
  const [one, many] = words[what as 'products'] ?? ['klant', 'klanten']
  return `${count} ${count === 1 ? one : many}`
}
