import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CustomerToMatch, type KnownInBooks, matchRelations } from './match-relations.ts'

const likeness = { name: '', address: '', postalCode: '', email: '', kvkNumber: '', vatNumber: '' }
const customerOf = (changes: Partial<CustomerToMatch>): CustomerToMatch => ({
  ...likeness,
  name: 'Camping De Vledders',
  customerId: 'customer',
  code: 'S0000000000',
  invoicedCode: '',
  ...changes,
})
const relationOf = (id: number, changes: Partial<KnownInBooks>): KnownInBooks => ({
  ...likeness,
  id,
  code: `R${id}`,
  city: '',
  ...changes,
})
const nobody = { ids: new Set<number>(), codes: new Set<string>() }
const matchOf = (customer: Partial<CustomerToMatch>, relations: KnownInBooks[], taken = nobody) =>
  matchRelations([customerOf(customer)], relations, taken)[0]

describe('a customer beside the relations of the books', () => {
  test.each([
    ['kvk', { kvkNumber: '04073316' }, { kvkNumber: '0407 3316' }],
    ['vat', { vatNumber: 'NL001234567B01' }, { vatNumber: 'nl 0012.34.567.b01' }],
    ['code', { code: 'S123456789' }, { code: 's123456789' }],
    ['invoice', { invoicedCode: 'VLEDDERS' }, { code: 'VLEDDERS' }],
  ])('is surely the only one with its %s', (reason, customer, relation) => {
    expect(matchOf(customer, [relationOf(1, relation), relationOf(2, {})])).toMatchObject({
      kind: 'sure',
      candidate: { relation: { id: 1 }, reasons: [reason] },
    })
  })

  test.each([
    ['email', { email: 'info@vledders.example' }, { email: 'Info@Vledders.example ' }],
    ['name_and_postcode', { postalCode: '8331 HJ' }, { name: 'camping de vledders', postalCode: '8331hj' }],
    ['name', {}, { name: 'CAMPING DE VLEDDERS' }],
  ])('that has only its %s is asked about', (reason, customer, relation) => {
    const match = matchOf(customer, [relationOf(1, relation)])
    expect(match?.kind).toBe('asked')
    expect(match?.kind === 'asked' && match.candidates[0]?.reasons).toContain(reason)
  })

  test('with two figures of its KvK number changed places is asked about, and that is said', () => {
    const both = { name: 'Camping De Vledders', email: 'info@vledders.example' }
    const match = matchOf({ ...both, kvkNumber: '04073316' }, [
      relationOf(1, { ...both, kvkNumber: '04073361' }),
    ])
    expect(match).toMatchObject({ kind: 'asked', candidates: [{ unlike: ['kvk'] }] })
  })

  test('of a VAT number that several have, or of a name that forty have, is for a person to choose', () => {
    const group = Array.from({ length: 12 }, (_, at) => relationOf(at, { vatNumber: 'NL001234567B01' }))
    const named = Array.from({ length: 40 }, (_, at) => relationOf(100 + at, { name: 'Jansen' }))
    const match = matchOf({ vatNumber: 'NL001234567B01' }, group)
    expect(match?.kind === 'asked' && match.candidates.length).toBe(12)
    const jansen = matchOf({ name: 'Jansen' }, named)
    expect(jansen?.kind === 'asked' && jansen.candidates.length).toBe(40)
  })

  test('is not the relation that another customer is, nor that of two customers at once', () => {
    const relation = relationOf(1, { kvkNumber: '04073316' })
    expect(matchOf({ kvkNumber: '04073316' }, [relation], { ...nobody, ids: new Set([1]) })?.kind).toBe('new')
    const two = ['one', 'two'].map((customerId) => customerOf({ customerId, kvkNumber: '04073316' }))
    expect(matchRelations(two, [relation], nobody).map(({ kind }) => kind)).toEqual(['asked', 'asked'])
  })

  test('of which nothing is known but its name is new where nobody is called so', () => {
    expect(matchOf({ name: '' }, [relationOf(1, { name: '' })])).toEqual({
      kind: 'new',
      customerId: 'customer',
    })
  })
})

test('whatever they have in common, no relation is surely two customers, and none is sure that contradicts', () => {
  const some = fc.constantFrom('', '04073316', '04073361')
  const one = fc.record({ name: fc.constantFrom('', 'Jansen', 'De Vries'), kvkNumber: some, vatNumber: some })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), fc.array(one, { maxLength: 8 }), (left, right) => {
      const customers = left.map((it, at) => customerOf({ ...it, customerId: `${at}`, code: `S${at}` }))
      const matches = matchRelations(
        customers,
        right.map((it, at) => relationOf(at, it)),
        nobody,
      )
      expect(matches.map(({ customerId }) => customerId)).toEqual(
        customers.map(({ customerId }) => customerId),
      )
      const sure = matches.flatMap((match) => (match.kind === 'sure' ? [match.candidate] : []))
      expect(new Set(sure.map(({ relation }) => relation.id)).size).toBe(sure.length)
      expect(sure.filter(({ unlike }) => unlike.length > 0)).toEqual([])
    }),
  )
})
