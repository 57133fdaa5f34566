import type { Language } from '@stella/texts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const
const timeZone = 'Europe/Amsterdam'

/** «zondag 22 november 2026 om 14:31», as it is in the Netherlands. */
export function momentOf(at: Date, language: Language): string {
  const time = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  const day = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'full' }).format(at)
  return language === 'nl' ? `${day} om ${time}` : `${day} at ${time}`
}

/** «1 december 2026», as it is in the Netherlands. */
export function dayOf(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'long' }).format(at)
}
