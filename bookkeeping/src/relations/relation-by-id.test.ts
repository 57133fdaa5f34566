import { findCustomer, updateCustomer } from '@stella/database'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import { VERIFY_AFTER_MS, VERIFY_EVERY_MS } from '../bookings/verification.ts'
import { customerChanged } from './plan-relation.ts'
import { contentIn, fieldsToSend, isSameContent, type RelationContent } from './relation-content.ts'

let office: EngineAtSandbox
beforeEach(async () => {
  office = await EngineAtSandbox.start()
})
afterEach(() => office.close())

const relations = () => office.sandbox.books().relations
const only = () => {
  const [relation, ...others] = relations()
  if (relation === undefined || others.length > 0)
    throw new Error(`There are ${relations().length} relations.`)
  return relation
}

async function move(city: string): Promise<void> {
  const { organization } = office
  await organization.within(async (tx) => {
    const customer = await findCustomer(tx, organization.customerId)
    if (customer === undefined) throw new Error('There is no customer.')
    const { id, revision, ...content } = customer
    await updateCustomer(tx, { id, revision, content: { ...content, city } })
    await customerChanged(tx, { customerId: id, now: new Date(office.clock.now()) })
  })
  office.worker.wake()
}

describe('a relation that people gave another code', () => {
  test('is followed: what comes next is booked on it, and nothing is added', async () => {
    await office.reaches(await office.organization.invoice(), 'booked')
    office.sandbox.bookkeeper().changeRelation(only().id, { code: 'ZWAAN' })
    const next = await office.organization.invoice()
    await office.reaches(next, 'booked')
    expect(only().code).toBe('ZWAAN')
    expect(office.mutations().map((it) => it.relationCode)).toContain('ZWAAN')
    expect((await office.booking(next)).mutation).toMatchObject({ relationCode: 'ZWAAN' })
  })

  test('makes none of its mutations changed', async () => {
    const booked = await office.organization.invoice()
    await office.reaches(booked, 'booked')
    office.sandbox.bookkeeper().changeRelation(only().id, { code: 'ZWAAN' })
    office.clock.advance(VERIFY_AFTER_MS + VERIFY_EVERY_MS)
    office.worker.wake()
    await office.reaches(booked, 'verified')
  })

  test('keeps that code when its details change here', async () => {
    await office.reaches(await office.organization.invoice(), 'booked')
    office.sandbox.bookkeeper().changeRelation(only().id, { code: 'ZWAAN' })
    await move('Kampen')
    await eventually(
      async () => only(),
      (it) => it.fields.Plaats === 'Kampen',
    )
    expect(only().code).toBe('ZWAAN')
  })
})

test('an update sends what changed here, and leaves what people corrected there', async () => {
  await office.reaches(await office.organization.invoice(), 'booked')
  const { id } = only()
  office.sandbox.bookkeeper().changeRelation(id, { fields: { Telefoon: '038 1234567', Adres: 'Kade 14a' } })
  await move('Kampen')
  await eventually(
    async () => only(),
    (it) => it.fields.Plaats === 'Kampen',
  )
  expect(only().fields).toMatchObject({ Telefoon: '038 1234567', Adres: 'Kade 14a' })
})

describe('the fields of an update', () => {
  const sent: RelationContent = {
    kind: 'company',
    name: 'Zwaan',
    contactPerson: '',
    address: 'Kade 14',
    postalCode: '8011 AB',
    city: 'Zwolle',
    country: 'Nederland',
    email: '',
    phone: '',
    vatNumber: '',
    kvkNumber: '',
  }

  test('are those that differ from what was sent', () => {
    const content = { ...sent, city: 'Kampen' }
    expect(fieldsToSend({ content, sent, changing: [] })).toEqual(['city'])
    expect(contentIn(content, ['city'])).toEqual({ city: 'Kampen' })
  })

  test('and those of an earlier update of which nobody knows whether it arrived', () => {
    expect(fieldsToSend({ content: { ...sent, phone: '1' }, sent, changing: ['city'] })).toEqual([
      'city',
      'phone',
    ])
  })

  test('of a postal address are sent when there is one, and when it went; theirs stays where we have none', () => {
    const postal = { address2: 'Postbus 12', postalCode2: '8000 AA', city2: 'Zwolle', country2: 'Nederland' }
    const none = { address2: '', postalCode2: '', city2: '', country2: '' }
    const names = Object.keys(postal)
    // What was sent before Stella knew of postal addresses says nothing of one.
    expect(isSameContent(sent, { ...sent, ...none })).toBe(true)
    expect(fieldsToSend({ content: { ...sent, ...none, city: 'Ede' }, sent, changing: [] })).toEqual(['city'])
    expect(fieldsToSend({ content: { ...sent, ...postal }, sent, changing: [] })).toEqual(names)
    const before = { ...sent, ...postal }
    expect(fieldsToSend({ content: { ...sent, ...none }, sent: before, changing: [] })).toEqual(names)
    expect(fieldsToSend({ content: { ...sent, ...none }, sent: null, changing: [] })).not.toContain('city2')
  })

  test('are all, when it is not known what changed', () => {
    expect(fieldsToSend({ content: sent, sent, changing: [] })).toHaveLength(11)
    expect(fieldsToSend({ content: sent, sent: null, changing: [] })).toHaveLength(11)
  })
})
