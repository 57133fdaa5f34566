import { findRelationOfCustomer } from '@stella/database'
import type { FaultRule } from '@stella/e-boekhouden-sandbox'
import { afterEach, describe, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'

let office: EngineAtSandbox
afterEach(() => office.close())

async function begin(...faults: FaultRule[]) {
  office = await EngineAtSandbox.start({}, ...faults)
  const { organization } = office
  return {
    organization,
    gone: organization.customerId,
    kept: await organization.addCustomer({ name: 'Zwaan B.V.' }),
  }
}

const relationOf = (customerId: string) =>
  office.organization.within((tx) => findRelationOfCustomer(tx, customerId))

/** What may be the matter with a relation while its customer goes up in another. */
const underWay: [string, FaultRule | null][] = [
  ['in good order', null],
  ['without an answer, and added', { kind: 'no_answer', moment: 'after' }],
  ['without an answer, and not added', { kind: 'no_answer', moment: 'before' }],
  ['with its answer lost', { kind: 'answer_lost', moment: 'after' }],
  ['with a broken answer', { kind: 'truncated_xml' }],
  ['refused by a page', { kind: 'html_page', moment: 'before' }],
]

describe('a customer goes up in another while its relation is sent', () => {
  test.each(underWay)('%s: nothing is lost, nothing is booked twice', async (_name, fault) => {
    const rules = fault === null ? [] : [{ ...fault, operation: 'AddRelatie', times: 1 }]
    const { gone, kept, organization } = await begin(...rules)
    const invoice = await organization.invoice()
    // Wherever the sending is by now.
    await eventually(
      () => relationOf(gone),
      (relation) => relation !== null && relation.state !== 'planned',
    )
    await organization.merge(kept, gone)
    await office.settle(invoice)
    const [before, ...none] = office.mutations()
    expect(none).toEqual([])
    // One customer has one relation, and that is the one which is there.
    expect((await relationOf(gone))?.id).toBe((await relationOf(kept))?.id)
    expect(before?.relationCode).toBe((await relationOf(kept))?.code)

    // Who still names the one that went means the one that stayed.
    const next = await organization.invoice({ customerId: gone })
    await office.settle(next)
    const codes = office.mutations().map(({ relationCode }) => relationCode)
    expect(codes).toEqual([before?.relationCode, before?.relationCode])
    await eventually(
      async () => office.sandbox.books().relations.map(({ name }) => name),
      (names) => names.join() === 'Zwaan B.V.',
    )
  })
})

test('where both have a relation each stays with its own', async () => {
  const { gone, kept, organization } = await begin()
  const [first, other] = [await organization.invoice(), await organization.invoice({ customerId: kept })]
  await office.settle(first)
  await office.settle(other)
  await organization.merge(kept, gone)
  const [own, former] = [await relationOf(kept), await relationOf(gone)]
  expect(own?.code).not.toBe(former?.code)
  const next = await organization.invoice({ customerId: gone })
  await office.settle(next)
  expect(office.mutations().at(-1)?.relationCode).toBe(own?.code)
  expect(office.sandbox.books().relations).toHaveLength(2)
})

test('a relation that only waited for a draft is forgotten with it, and that of the one that stays takes its place', async () => {
  const { gone, kept, organization } = await begin()
  const draft = await organization.draft()
  expect(await relationOf(gone)).toMatchObject({ state: 'planned', cause: 'draft_unsettled' })
  const { movedDrafts } = await organization.merge(kept, gone)
  expect(movedDrafts).toBe(1)
  expect(await relationOf(kept)).toMatchObject({ state: 'planned', cause: 'draft_unsettled' })
  expect(await relationOf(gone)).toEqual(await relationOf(kept))
  await organization.finalize(draft)
  await office.settle(draft)
  expect(office.sandbox.books().relations.map(({ name }) => name)).toEqual(['Zwaan B.V.'])
})

test('what the one that stays took over is in the books, and what it had before stays as it was', async () => {
  const { organization, kept } = await begin()
  const first = await organization.invoice({ customerId: kept })
  await office.settle(first)
  const postalAddress = { address: 'Postbus 12', postalCode: '8000 AA', city: 'Zwolle', country: 'NL' }
  const other = await organization.addCustomer({ name: 'Zwaan', email: 'zwaan@example.nl', postalAddress })
  await organization.merge(kept, other)
  office.worker.wake()
  await eventually(
    async () => office.sandbox.books().relations,
    ([relation]) => relation?.fields.Email === 'zwaan@example.nl',
  )
  const [{ fields } = { fields: {} }] = office.sandbox.books().relations
  expect(fields).toMatchObject({ Bedrijf: 'Zwaan B.V.', Adres: 'Kade 14', Plaats: 'Zwolle' })
  expect(fields).toMatchObject({
    Adres2: 'Postbus 12',
    Postcode2: '8000 AA',
    Plaats2: 'Zwolle',
    Land2: 'Nederland',
  })
  expect(office.mutations()).toHaveLength(1)
})
