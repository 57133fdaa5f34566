import { type Language, languages } from '@stella/texts/screens'

const place = 'stella.language'

/** The language a person chose in this browser; Dutch when none was. */
export function chosenLanguage(): Language {
  const stored = readStored()
  return languages.find((language) => language === stored) ?? 'nl'
}

/** Keeps the choice for the next visit. */
export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(place, language)
  } catch {
    // Without storage the choice holds for this visit.
    chosen = language
  }
}

let chosen: Language | undefined

function readStored(): string | null | undefined {
  try {
    return localStorage.getItem(place) ?? chosen
  } catch {
    return chosen
  }
}
