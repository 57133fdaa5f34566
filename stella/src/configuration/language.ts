import { type Language, languages } from '@stella/texts'

type Environment = Readonly<Record<string, string | undefined>>

/** The language of the terminal: what STELLA_LANGUAGE says, else English for an English locale, else Dutch. */
export function terminalLanguage(environment: Environment): Language {
  const asked = languages.find((language) => language === environment.STELLA_LANGUAGE)
  if (asked) return asked
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^en/i.test(locale) ? 'en' : 'nl'
}
