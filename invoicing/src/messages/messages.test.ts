import { describe, expect, test } from 'vitest'
import type { Problem } from '../problems/problem.ts'
import { usualMessageLanguage } from './message.ts'
import { readRecipients } from './recipients.ts'
import { fillTemplate, validateTemplate } from './template.ts'
import { validateMessage } from './validate-message.ts'

describe('readRecipients', () => {
  test.each([
    [['a@x.nl'], ['a@x.nl']],
    [['a@x.nl, b@x.nl;c@x.nl\nd@x.nl'], ['a@x.nl', 'b@x.nl', 'c@x.nl', 'd@x.nl']],
    [['a@x.nl', 'A@X.nl'], ['A@X.nl']],
    [['"Vries, Zoë de" <zoe@x.nl>, Piet <piet@x.nl>'], ['zoe@x.nl', 'piet@x.nl']],
    [[' , a@x.nl ,, '], ['a@x.nl']],
  ])('reads %j as %j', (typed, addresses) => {
    const problems: Problem[] = []
    expect(readRecipients(problems, typed)).toEqual(addresses)
    expect(problems).toEqual([])
  })

  test.each([
    ['Vries, Zoë de <zoe@x.nl>', 'email_invalid'],
    ['"jansen,piet"@x.nl', 'email_invalid'],
    ['jansen,piet@x.nl', 'email_invalid'],
    ['a@x.nl b@x.nl', 'email_invalid'],
    ['a@x.nl\r\nBcc: b@x.nl', 'email_invalid'],
    ['"', 'email_invalid'],
    ['', 'recipient_missing'],
  ])('refuses %j: %s', (typed, code) => {
    const problems: Problem[] = []
    readRecipients(problems, [typed])
    expect(problems[0]?.code).toBe(code)
  })

  test('refuses a mailing', () => {
    const problems: Problem[] = []
    readRecipients(problems, [Array.from({ length: 11 }, (_, at) => `p${at}@x.nl`).join(',')])
    expect(problems).toEqual([{ path: 'recipients', code: 'too_many_recipients', limit: 10 }])
  })
})

const values = {
  nummer: '2026-0212',
  bedrag: '€ 121,00',
  vervaldatum: '20 december 2026',
  klant: 'Lindeman {nummer}',
  contactpersoon: '',
  bedrijf: 'Van Dijk',
  omschrijving: 'Kade 14',
  referentie: '',
}

describe('a template', () => {
  test('is filled once, and a line of which nothing is known goes', () => {
    const template = {
      subject: 'Factuur {nummer} van {bedrijf}',
      body: 'Dag {klant},\n\n{contactpersoon}\nBedrag: {bedrag}',
    }
    expect(fillTemplate(template, values)).toEqual({
      subject: 'Factuur 2026-0212 van Van Dijk',
      body: 'Dag Lindeman {nummer},\n\nBedrag: € 121,00',
    })
  })

  test('with a word that nobody knows is refused, since the customer would read it', () => {
    expect(validateTemplate({ subject: 'Factuur {number}', body: 'Dag {klant}' })).toEqual({
      ok: false,
      problems: [{ path: 'subject', code: 'placeholder_unknown' }],
    })
  })
})

describe('validateMessage', () => {
  const input = { recipients: ['a@x.nl'], language: 'nl', subject: 'F', body: 'B', attachUbl: false } as const

  test('sends nobody the same mail twice', () => {
    const checked = validateMessage({ ...input, copyTo: 'A@x.nl' })
    expect(checked.ok && checked.value.copyTo).toBeNull()
  })

  test('names every field that is wrong', () => {
    const checked = validateMessage({ ...input, recipients: [], copyTo: 'mij', subject: ' ', body: '' })
    expect(checked.ok ? [] : checked.problems.map(({ path }) => path)).toEqual([
      'recipients',
      'copyTo',
      'subject',
      'body',
    ])
  })
})

test('the language of a customer that chose none is that of its country', () => {
  expect(['NL', 'BE', 'AT', 'FR', null].map(usualMessageLanguage)).toEqual(['nl', 'nl', 'de', 'en', 'nl'])
})
