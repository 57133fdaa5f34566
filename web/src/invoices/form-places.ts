import type { ReadDraft } from './fields.ts'

/** Leads a path of the API (`lines.0.quantity` of what was sent) back to the form. */
export function placeInForm(
  path: string,
  { places, allowancePlaces }: Pick<ReadDraft, 'places' | 'allowancePlaces'>,
): string {
  const within = path.replace(/^((?:.*\.)?allowances)\.(\d+)/, (whole, sentAs: string, sent: string) => {
    const place = allowancePlaces[sentAs]?.[Number(sent)]
    return place === undefined ? whole : `${sentAs}.${place}`
  })
  return within.replace(/^lines\.(\d+)/, (whole, sent: string) => {
    const place = places[Number(sent)]
    return place === undefined ? whole : `lines.${place}`
  })
}

/** What stands at a path of the API in content, to tell whether it changed: of a list how long it is. */
export function valueAt(content: unknown, path: string): unknown {
  const value = path
    .split('.')
    .reduce<unknown>((at, step) => (isObject(at) && step in at ? at[step] : undefined), content)
  return Array.isArray(value) ? value.length : value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
