import { english } from './en/index.ts'
import { dutch } from './nl/index.ts'

/** The languages a person can choose; Dutch is the source, English must have every key of it. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** The shape of the catalogue: nested groups of sentences, and functions of their parameters. */
export type Texts = typeof dutch

/** All sentences in one language. */
export function textsIn(language: Language): Texts {
  return language === 'nl' ? dutch : english
}
