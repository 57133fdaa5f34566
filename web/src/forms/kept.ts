/** The values of a form: texts, and null where nothing was ever filled in. */
export type KeptValues = Record<string, string | null>

/** What a form begins with, when this browser kept something of an earlier visit. */
export type Kept<Values> = {
  values: Values
  /** What was saved when the typing began. */
  from: Values
}

/**
 * Reads what was kept. It may come from an older Stella, or from another hand: fields that the form does not know are
 * left out, fields that it lacks are as they were saved, and anything else is left alone.
 */
export function readKept<Values extends KeptValues>(kept: unknown, saved: Values): Kept<Values> | undefined {
  if (!isObject(kept) || !isObject(kept.values) || !isObject(kept.from)) return undefined
  const values = known(kept.values, saved)
  return same(values, saved) ? undefined : { values, from: known(kept.from, saved) }
}

/** Whether two forms say the same; nothing filled in is the same as an empty text. */
export function same(one: KeptValues, other: KeptValues): boolean {
  return Object.keys(other).every((name) => (one[name] ?? '') === (other[name] ?? ''))
}

function known<Values extends KeptValues>(found: Record<string, unknown>, saved: Values): Values {
  const texts = Object.keys(saved).flatMap((name) => {
    const text = found[name]
    return typeof text === 'string' || text === null ? [[name, text]] : []
  })
  return { ...saved, ...Object.fromEntries(texts) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
