import { readFileSync } from 'node:fs'
import { type ActivityKind, activityKinds, activitySigns, type ListedActivity } from '@stella/database'
import { languages, textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { openApiFile } from '../openapi/document.ts'
import { presentActivity } from './present.ts'

const kinds = Object.keys(activityKinds) as ActivityKind[]

const entryOf = (kind: string, changes: Partial<ListedActivity> = {}): ListedActivity => ({
  id: '018f6b1e-7a52-7c3a-9d0b-3f6a2c1b4d5e',
  position: 7n,
  at: new Date('2026-11-22T12:00:00Z'),
  kind,
  outcome: 'success',
  subjectType: 'invoice',
  subjectId: 'the-subject',
  customerId: null,
  superseded: false,
  // A customer who is called as sentences go: what is the subject must not be found by searching.
  parameters: {
    number: '2026-0001',
    customer: 'Factuur 2026-0001 is verwerkt',
    recipient: 'Marloes',
    address: 'marloes@example.nl',
    cause: 'period_closed',
    code: 'K1',
    mutationNumber: 7,
    books: 'Boeken van nu',
    former: 'Boeken van toen',
    before: '2026-0001',
    after: '2026-0348',
    reason: 'Tot 347 in het oude programma',
    other: 'Kroon',
    file: 'klanten.csv',
    what: 'customers',
    added: 84,
    takenBack: 84,
    from: '2026-01-01',
    until: '2026-12-31',
    list: 'invoices',
    name: 'Webwinkel',
    pattern: 'W{jjjj}{nnnn}',
    account: 'NL91ABNA0417164300',
    scheme: 'ordinary',
    host: 'smtp.example.nl',
    sender: 'facturen@example.nl',
    relationsFrom: 'final',
    case: 101,
    by: 'Marloes',
    outcome: 'mended',
    count: 40,
    ...{ booked: 31, adopted: 6, failed: 1, refused: 2 },
    said: 'Contant betaald',
  },
  ...changes,
})

const named = {
  invoice: '2026-0001',
  relation: 'Factuur 2026-0001 is verwerkt',
  message: /factuur 2026-0001|invoice 2026-0001/i,
  payment: /factuur 2026-0001|invoice 2026-0001/i,
  customer: 'Factuur 2026-0001 is verwerkt',
  connection: /./,
  organization: /./,
  import: /./,
  export: /./,
  case: /101/,
}

describe.each(languages)('every kind of entry, in «%s»', (language) => {
  test('has its sentences, and no sentences are left over', () => {
    expect(Object.keys(textsIn(language).activities).sort()).toEqual([...kinds].sort())
  })

  test.each(kinds)('%s has a title whose middle part is what it is about', (kind) => {
    const { outcome, subject: subjectType } = activityKinds[kind]
    const { title, titleParts, detail } = presentActivity(entryOf(kind, { outcome, subjectType }), language)
    const { before, subject, after } = titleParts
    expect(title).toBe(before + subject + after)
    expect(title).not.toMatch(/undefined|null|\s$|\.$/)
    expect(subject).toMatch(named[subjectType])
    expect(subject.trim()).toBe(subject)
    expect(detail).toMatch(/\.$/)
  })
})

test('every kind and every sign stands in the document for programs', () => {
  const { properties } = JSON.parse(readFileSync(openApiFile, 'utf8')).components.schemas.Activity
  for (const kind of kinds) expect(properties.kind.description).toContain(`\`${kind}\`: `)
  expect(properties.sign.enum).toEqual(activitySigns)
})

test('every sign is that of some kind', () => {
  const used = kinds.map((kind) => activityKinds[kind].sign)
  expect(new Set(used)).toEqual(new Set(activitySigns))
})

test('a kind that is not in the table is told by its subject and its outcome', () => {
  const { sign, title, titleParts } = presentActivity(entryOf('from_a_later_version'), 'nl')
  expect({ sign, title, titleParts }).toEqual({
    sign: 'done',
    title: '2026-0001',
    titleParts: { before: '', subject: '2026-0001', after: '' },
  })
})
