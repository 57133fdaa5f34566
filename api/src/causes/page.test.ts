import { causeCodes, causeOfServiceCode, causes, triedAgain, triesAgain } from '@stella/bookkeeping'
import { messageCauses } from '@stella/database'
import { languages, textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { causePage } from './page.ts'

describe.each(languages)('«Meer hierover» in «%s»', (language) => {
  const page = causePage(language)
  const parts = new Map(
    page
      .split('<section id="')
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('"')), part.slice(0, part.indexOf('</section>'))]),
  )

  test('has every cause once, at its code, and nothing else', () => {
    const ofMails = Object.keys(messageCauses).map((code) => `mail-${code}`)
    expect([...parts.keys()].sort()).toEqual([...causeCodes, ...ofMails].sort())
    expect(page).toContain('id="disconnected"')
    expect(page).not.toMatch(/undefined|null|\[object/)
  })

  test.each(causeCodes)(
    '%s: says what, why, who, what to do, where, and whether it is tried again',
    (code) => {
      const { causePage: words, causes: sentences } = textsIn(language)
      const { actor, mend } = causes[code]
      const said = (parts.get(code) ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
      const { next, what, why } = sentences[code]
      for (const sentence of [what, why, next, words.actors[actor], words.places[mend]])
        expect(said).toContain(sentence)
      expect(said).toContain(words.tries[triedAgain(code)])
    },
  )

  test('leads to itself in the other language, and to nothing elsewhere', () => {
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)
    const other = languages.find((it) => it !== language)
    expect(links.filter((address) => !address?.startsWith('#'))).toEqual([
      '/',
      `/meer-hierover?taal=${other}`,
    ])
    for (const address of links.filter((it) => it?.startsWith('#')))
      expect(page).toContain(`id="${address?.slice(1)}"`)
  })
})

test('what is said of trying again is true of some cause, each', () => {
  expect(new Set(causeCodes.map(triedAgain))).toEqual(new Set(triesAgain))
})

test('every code of e-Boekhouden.nl that has a cause stands at that cause', () => {
  const page = causePage('nl')
  for (const [serviceCode, cause] of Object.entries(causeOfServiceCode)) {
    const from = page.indexOf(`<section id="${cause}">`)
    const said = page.slice(from, page.indexOf('</section>', from))
    expect(said, serviceCode).toMatch(new RegExp(`[> ]${serviceCode.replace('.', '\\.')}[,<]`))
  }
})
