import type { Language } from './languages.ts'
import { screens as dutch } from './nl/screens.ts'

export { statusOfBooks, statusOfPayment } from './books-states.ts'
export { type Language, languages } from './languages.ts'

/** The words of the screens alone, so that a browser does not load what only the server says. */
export type Screens = typeof dutch

/** The Dutch ones, which come along with the program of the screens. */
export const dutchScreens: Screens = dutch

/** The words in any language. Another than Dutch comes when it is asked for. */
export async function loadScreens(language: Language): Promise<Screens> {
  if (language === 'nl') return dutch
  const { screens } = await import('./en/screens.ts')
  return screens
}
