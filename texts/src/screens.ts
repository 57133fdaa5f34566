import type { Language } from './catalogue.ts'
import { screens as english } from './en/screens.ts'
import { screens as dutch } from './nl/screens.ts'

/** The words of the screens alone, so that a browser does not load what only the server says. */
export function screensIn(language: Language): typeof dutch {
  return language === 'nl' ? dutch : english
}
