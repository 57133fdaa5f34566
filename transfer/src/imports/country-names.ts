import { isCountryCode } from '@stella/invoicing'
import { plainName } from './column-names.ts'

/** By what people call a country in Dutch, English or German, in plain letters, its code of ISO 3166-1. */
export const countryCodes: ReadonlyMap<string, string> = new Map([
  ...['nl', 'en', 'de'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    return codes().flatMap((code) => {
      const name = names.of(code)
      return name === undefined ? [] : [[plainName(name), code] as const]
    })
  }),
  ['holland', 'NL'],
  ['thenetherlands', 'NL'],
  ['uk', 'GB'],
  ['engeland', 'GB'],
])

function codes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) => letters.map((second) => `${first}${second}`)).filter(isCountryCode)
}
