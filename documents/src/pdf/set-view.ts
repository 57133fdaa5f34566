import { plainText } from '@stella/invoicing'
import { chooseFonts, type FontFamily } from '../fonts/fonts.ts'
import { MissingShapes } from '../typesetting/typesetting-error.ts'

/** Stands for a character that no font has, so that a reader sees that something stands there. */
const REPLACEMENT = '\uFFFD'

/** What a template is set from: its data as JSON, and the fonts that this needs. */
export type SetFrom = { readonly view: string; readonly families: readonly FontFamily[] }

/** Sets the data of a template, with «�» for what no font has. */
export function setView<Result>(data: object, set: (from: SetFrom) => Result): Result {
  const text = JSON.stringify(data, (_key, value) => (typeof value === 'string' ? plainText(value) : value))
  const { families, missing } = chooseFonts(text)
  const setWithout = (shapes: readonly string[]) => set({ view: replaced(text, shapes), families })
  try {
    return setWithout(missing)
  } catch (error) {
    // A combination can lack a shape though each of its characters has one.
    if (!(error instanceof MissingShapes)) throw error
    return setWithout([...missing, ...error.texts])
  }
}

/** Longer ones first, so that a combination goes before the characters it is made of. */
function replaced(text: string, shapes: readonly string[]): string {
  const sorted = [...shapes].sort((left, right) => right.length - left.length)
  return sorted.reduce((rest, shape) => rest.replaceAll(shape, REPLACEMENT), text)
}
