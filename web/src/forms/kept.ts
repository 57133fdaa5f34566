/** A value of a form: a text, null where nothing was ever filled in, or some that belong together. */
export type KeptValue =
  | string
  | boolean
  | null
  | readonly KeptValue[]
  | { readonly [name: string]: KeptValue }

/** The values of a form, by the names of its fields. */
export type KeptValues = Record<string, KeptValue>

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
  return Object.keys(other).every((name) => isSame(one[name], other[name]))
}

function isSame(one: KeptValue | undefined, other: KeptValue | undefined): boolean {
  if (isObject(other)) {
    if (!isObject(one)) return false
    const names = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...names].every((name) => isSame(one[name] as KeptValue, other[name] as KeptValue))
  }
  return (one ?? '') === (other ?? '')
}

function known<Values extends KeptValues>(found: Record<string, unknown>, saved: Values): Values {
  const values = Object.entries(saved).flatMap(([name, value]) => {
    const given = found[name]
    return isLike(given, value) ? [[name, given]] : []
  })
  return { ...saved, ...Object.fromEntries(values) }
}

/** Whether a value has the form of another; of a list each row is made of texts and ticks. */
function isLike(given: unknown, value: KeptValue): boolean {
  if (Array.isArray(value)) {
    return Array.isArray(given) && given.every((row) => isObject(row) && Object.values(row).every(isPlain))
  }
  if (isObject(value)) {
    return (
      isObject(given) && Object.entries(value).every(([name, part]) => isLike(given[name], part as KeptValue))
    )
  }
  return typeof value === 'boolean' ? typeof given === 'boolean' : typeof given === 'string' || given === null
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || value === null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
