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
