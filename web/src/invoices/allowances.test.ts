import { describe, expect, it } from 'vitest'
import {
  type AllowanceFields,
  allowanceAmount,
  emptyAllowance,
  figureTyped,
  sumOfEuros,
} from './allowances.ts'
import { emptyDraft, emptyLine, type LineFields, readDraft } from './fields.ts'
import { placeInForm } from './form-places.ts'

const line = (fields: Partial<LineFields>) => ({ ...emptyLine(), ...fields })

describe('a discount', () => {
  const of = (fields: Partial<AllowanceFields>) => ({ ...emptyAllowance(), ...fields })

  it.each([
    ['744.00', of({ figure: '10' }), '-74.40'],
    ['744.00', of({ figure: '10', kind: 'charge' }), '74.40'],
    ['-744.00', of({ figure: '10' }), '74.40'],
    ['0.01', of({ figure: '50' }), '-0.01'],
    ['10.00', of({ figure: '33,3333' }), '-3.33'],
    ['100.00', of({ figure: '€ 1.234,5', unit: 'euro' }), '-1234.50'],
    ['-100.00', of({ figure: '25', unit: 'euro' }), '25.00'],
    ['100.00', of({ figure: 'tien' }), undefined],
  ])('of %s comes to what the API makes of it', (base, allowance, amount) =>
    expect(allowanceAmount(base, allowance, 'nl')).toBe(amount),
  )

  it('is what its sign says, whatever was chosen before', () => {
    expect(figureTyped('10%')).toEqual({ figure: '10', unit: 'percent' })
    expect(figureTyped('€ 10')).toEqual({ figure: '€ 10', unit: 'euro' })
    expect(figureTyped('10')).toEqual({ figure: '10' })
  })

  it('leaves its line with what remains', () => {
    expect(sumOfEuros(['744.00', '-74.40', '0.005'])).toBe('669.61')
  })

  it('reads discounts by what they count, leaves out what is not filled in, and finds the way back to each', () => {
    const of = (fields: Partial<AllowanceFields>) => ({ ...emptyAllowance(), ...fields })
    const draft = {
      ...emptyDraft('2026-11-22', 'c1'),
      lines: [
        line({}),
        line({
          description: 'Radiator',
          unitPrice: '248',
          allowances: [of({}), of({ figure: '12,5', reason: 'vaste klant' })],
        }),
      ],
      allowances: [of({}), of({ kind: 'charge', figure: '€ 7,50', unit: 'euro', vatTreatment: 'high' })],
    }
    const read = readDraft(draft, 'nl')
    expect(read.content.lines[0]?.allowances).toEqual([
      { kind: 'allowance', percentage: '12.5', amount: null, reason: 'vaste klant' },
    ])
    expect(read.content.allowances).toEqual([
      {
        kind: 'charge',
        percentage: null,
        amount: '7.5',
        reason: null,
        vatTreatment: 'high',
        vatRate: null,
      },
    ])
    expect(placeInForm('lines.0.allowances.0.percentage', read)).toBe('lines.1.allowances.1.percentage')
    expect(placeInForm('allowances.0.amount', read)).toBe('allowances.1.amount')
    const veel = [of({}), of({ figure: 'veel' })]
    expect(readDraft({ ...draft, allowances: veel }, 'nl').unreadable).toEqual(['allowances.1.percentage'])
  })

  it('tells one of which it is said why and not how much; one of which nothing is said is none', () => {
    const draft = { ...emptyDraft('2026-11-22', 'c1'), allowances: [of({}), of({ reason: 'vaste klant' })] }
    const read = readDraft(draft, 'nl')
    expect(read.empty).toEqual(['allowances.1.percentage'])
    expect(read.content.allowances).toEqual([])
  })
})
