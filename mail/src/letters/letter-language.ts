import { type Language, languages } from '@stella/texts'

/** The language somebody chose; Dutch for who chose none. */
export function letterLanguage({ language }: { readonly language: string | null }): Language {
  return languages.find((known) => known === language) ?? 'nl'
}
