import { type Language, languages } from '@stella/texts'
import type { FastifyRequest } from 'fastify'

/** The language of the sentences in the answer to a request. */
export function languageOf({ headers }: FastifyRequest): Language {
  return languageIn(headers['accept-language'])
}

/** Browsers send some dozens of characters; a longer header would only cost us. */
const longest = 200

/** The first language of an Accept-Language header that Stella speaks; Dutch when there is none. */
export function languageIn(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, longest)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { language: range.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { language } of wanted) {
    const known = languages.find((candidate) => candidate === language)
    if (known !== undefined) return known
  }
  return 'nl'
}
