import { randomUUID } from 'node:crypto'
import type { CustomerContent } from '@stella/invoicing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../pools/open-database.ts'
import { customerContent, type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { findCustomer, listCustomers } from './list-customers.ts'
import { saveCustomer, updateCustomer } from './save-customer.ts'

let db: TestDatabase
let app: Database
beforeAll(async () => {
  db = await testDatabase()
  app = db.database('stella_app')
})
afterAll(() => db.close())

const save = (organization: string, changes: Partial<CustomerContent> = {}) =>
  inOrganization(app, organization, (tx) => saveCustomer(tx, customerContent(changes)))

const namesOf = (organization: string, search: string) =>
  inOrganization(app, organization, async (tx) => {
    const { items } = await listCustomers(tx, { search })
    return items.map((customer) => customer.name)
  })

test('a customer comes back as it was saved, every field of it', async () => {
  const content: CustomerContent = {
    kind: 'person',
    name: `<O'Brien & "Zoon"> 🌷`,
    contactName: 'Ina',
    address: 'Kade 1-III',
    postalCode: '1234 AB',
    city: '’s-Gravenhage',
    country: 'NL',
    email: 'ina@example.nl',
    phone: '06 12345678',
    kvkNumber: '12345678',
    vatNumber: 'NL859631742B01',
    postalAddress: { address: 'Postbus 12', postalCode: '1234 AA', city: 'Delft', country: 'NL' },
    contacts: [
      { name: 'Jo {"}', email: 'jo@example.nl', phone: null, receivesInvoices: true },
      { name: 'Bo', email: null, phone: '06 87654321', receivesInvoices: false },
    ],
    oin: '00000001001505381000',
    peppolId: '0106:12345678',
    paymentTermDays: 14,
    language: 'de',
    vatTreatment: 'low',
    attachUbl: true,
  }
  const organization = await testOrganization(db)
  const saved = await inOrganization(app, organization, (tx) => saveCustomer(tx, content))
  expect(saved).toMatchObject({ ...content, revision: 1 })
  const found = await inOrganization(app, organization, (tx) => findCustomer(tx, saved.id))
  expect(found).toEqual(saved)
})

describe('changing', () => {
  test('of two who read the same, the first saves and the other hears of it', async () => {
    const organization = await testOrganization(db)
    const { id } = await save(organization)
    const change = (name: string) =>
      inOrganization(app, organization, (tx) =>
        updateCustomer(tx, { id, revision: 1, content: customerContent({ name }) }),
      )
    const outcomes = await Promise.allSettled(['Een', 'Twee', 'Drie'].map(change))
    const saved = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(saved).toMatchObject([{ revision: 2 }])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.map((outcome) => outcome.reason.code)).toEqual(['revision_conflict', 'revision_conflict'])
    const now = await inOrganization(app, organization, (tx) => findCustomer(tx, id))
    expect(now).toEqual(saved[0])
  })

  test('what is not there, or is another organization’s, is not found', async () => {
    const { id } = await save(await testOrganization(db))
    const organization = await testOrganization(db)
    for (const missing of [id, randomUUID()]) {
      await expect(
        inOrganization(app, organization, (tx) =>
          updateCustomer(tx, { id: missing, revision: 1, content: customerContent() }),
        ),
      ).rejects.toMatchObject({ code: 'not_found' })
      expect(await inOrganization(app, organization, (tx) => findCustomer(tx, missing))).toBeUndefined()
    }
  })
})

describe('the list', () => {
  test('is in order of name, case and accents aside, in pages that neither repeat nor skip', async () => {
    const organization = await testOrganization(db)
    for (const name of ['bos', 'Äpfel', 'Zon', 'apen', 'Bos', 'Bos', 'éclair'])
      await save(organization, { name })
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await inOrganization(app, organization, (tx) => listCustomers(tx, { limit: 2, cursor }))
      names.push(...page.items.map((customer) => customer.name))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(names).toHaveLength(7)
    expect(names.map((name) => name.toLowerCase())).toEqual([
      'apen',
      'äpfel',
      'bos',
      'bos',
      'bos',
      'éclair',
      'zon',
    ])
  })

  test('finds words in any order, in name, contact, city and e-mail address', async () => {
    const organization = await testOrganization(db)
    await save(organization, {
      name: 'Café De Hoek',
      city: 'Utrecht',
      contactName: 'Rob',
      email: 'rob@hoek.nl',
    })
    await save(organization, { name: 'Hoekstra 100%', city: 'Leeuwarden' })
    expect(await namesOf(organization, 'hoek')).toEqual(['Hoekstra 100%', 'Café De Hoek'])
    expect(await namesOf(organization, 'UTRECHT cafe')).toEqual(['Café De Hoek'])
    expect(await namesOf(organization, 'rob@')).toEqual(['Café De Hoek'])
    expect(await namesOf(organization, '100%')).toEqual(['Hoekstra 100%'])
    expect(await namesOf(organization, '%')).toEqual(['Hoekstra 100%'])
    expect(await namesOf(organization, `'; drop table customers; --`)).toEqual([])
  })

  test('finds a number however it is written, and names as people type them', async () => {
    const organization = await testOrganization(db)
    const name = 'Łódź Großhandel Sørensen'
    await save(organization, {
      name,
      kvkNumber: '12345678',
      vatNumber: 'NL004495445B01',
      phone: '+31 (0)38 123 45 67'.replace('(0)', ''),
      peppolId: '0190:00000001001505381000',
      postalAddress: { address: 'Postbus 1', postalCode: null, city: 'Maastricht', country: 'NL' },
      contacts: [{ name: 'Zoë', email: 'zoe@elders.example', phone: '06-87654321', receivesInvoices: false }],
    })
    await save(organization, { name: 'Iemand anders' })
    for (const search of [
      'lodz',
      'łódź',
      'grosshandel',
      'GROßHANDEL',
      'handel sorensen',
      '12345678',
      '12 34 56 78',
      '3456',
      'NL 0044.95.445.B01',
      'nl004495445b01',
      '038-1234567',
      '+31 38 123 45 67',
      '0031381234567',
      '0687654321',
      '0190:00000001001505381000',
      'maastricht',
      'zoe@elders',
    ]) {
      expect(await namesOf(organization, search), search).toEqual([name])
    }
    for (const search of ['lodz anders', 'nl999', '0381234568', '12345679']) {
      expect(await namesOf(organization, search), search).toEqual([])
    }
  })

  test('shows first who is called as was typed, and goes on from page to page without a gap', async () => {
    const organization = await testOrganization(db)
    for (const name of [
      'De Boer en Jansen',
      'Jansen B.V.',
      'Abjansen',
      'jansen',
      'Peters',
      'Janse',
      'Zus van Jansen',
    ])
      await save(organization, { name })
    const names: string[] = []
    let cursor: string | undefined
    do {
      const request = { search: 'Jansen', limit: 2, cursor }
      const page = await inOrganization(app, organization, (tx) => listCustomers(tx, request))
      names.push(...page.items.map((customer) => customer.name))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(names).toEqual(['jansen', 'Jansen B.V.', 'Abjansen', 'De Boer en Jansen', 'Zus van Jansen'])
  })

  test('finds nobody of another organization', async () => {
    await save(await testOrganization(db), { name: 'Verborgen Klant' })
    expect(await namesOf(await testOrganization(db), 'verborgen')).toEqual([])
  })
})
