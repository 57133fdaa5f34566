import { english } from './en/index.ts'
import type { Language } from './languages.ts'
import { dutch } from './nl/index.ts'

/** The shape of the catalogue: nested groups of sentences, and functions of their parameters. */
export type Texts = typeof dutch

/** All sentences in one language. */
export function textsIn(language: Language): Texts {
  return language === 'nl' ? dutch : english
}
