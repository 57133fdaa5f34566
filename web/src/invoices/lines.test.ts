import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDraft, emptyLine, isWorthSaving, placeInForm, readDraft } from './fields.ts'
import { lineAmount } from './line-amount.ts'
import { isSheet, pasteSheet } from './paste.ts'

describe('lineAmount', () => {
  it.each([
    ['20.5', '60', '1230.00'],
    ['3', '0.005', '0.02'],
    ['-3', '0.005', '-0.02'],
    ['1', '0.0049', '0.00'],
    ['0.3333', '10', '3.33'],
    ['-0.0001', '0.01', '0.00'],
    ['1000000', '9999999.99', '9999999990000.00'],
  ])('%s times %s is %s', (quantity, price, amount) => expect(lineAmount(quantity, price)).toBe(amount))

  it('equals a count in whole cents for whole quantities', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: 0, max: 1e8 }),
        (quantity, cents) => {
          const price = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
          const amount = lineAmount(String(quantity), price)
          expect(BigInt((amount ?? '').replace('.', ''))).toBe(BigInt(quantity) * BigInt(cents))
        },
      ),
    )
  })
})

describe('readDraft', () => {
  const line = (fields: Partial<ReturnType<typeof emptyLine>>) => ({ ...emptyLine(), ...fields })

  it('reads numbers as typed in Dutch, leaves empty lines out and remembers their places', () => {
    const draft = {
      ...emptyDraft('2026-11-22', 'c1'),
      lines: [line({}), line({ description: 'Arbeid', quantity: '20,5', unitPrice: '€ 60,00' })],
    }
    const read = readDraft(draft, 'nl')
    expect(read.content.lines).toEqual([
      { description: 'Arbeid', quantity: '20.5', unitPrice: '60', vatTreatment: 'high' },
    ])
    expect(read.unreadable).toEqual([])
    expect(placeInForm('lines.0.quantity', read.places)).toBe('lines.1.quantity')
  })

  it('tells which field holds no number', () => {
    const draft = {
      ...emptyDraft('2026-11-22', null),
      lines: [line({ description: 'x', unitPrice: 'veel' })],
    }
    expect(readDraft(draft, 'nl').unreadable).toEqual(['lines.0.unitPrice'])
  })

  it('tells when the date is no day, and sends none in its place', () => {
    const read = readDraft({ ...emptyDraft('31 feb 2026', 'c1'), lines: [line({ description: 'x' })] }, 'nl')
    expect(read.unreadable).toEqual(['invoiceDate'])
    expect(read.content.invoiceDate).toBe('31 feb 2026')
    expect(readDraft(emptyDraft('', 'c1'), 'nl').unreadable).toEqual(['invoiceDate'])
  })

  it('saves nothing before there is a customer and a line', () => {
    expect(isWorthSaving(readDraft(emptyDraft('2026-11-22', 'c1'), 'nl').content)).toBe(false)
    const withLine = { ...emptyDraft('2026-11-22', 'c1'), lines: [line({ description: 'x' })] }
    expect(isWorthSaving(readDraft(withLine, 'nl').content)).toBe(true)
    expect(isWorthSaving(readDraft({ ...withLine, customerId: null }, 'nl').content)).toBe(false)
  })
})

describe('pasting from a spreadsheet', () => {
  const at = { line: 0, field: 'description' } as const

  it('leaves ordinary text alone', () => {
    expect(isSheet('Arbeid monteur')).toBe(false)
    expect(isSheet('Arbeid monteur\n')).toBe(false)
    expect(isSheet('Arbeid\t2')).toBe(true)
  })

  it('fills description, quantity, price and VAT, leaves the headings out and adds lines', () => {
    const text = 'Omschrijving\tAantal\tPrijs\tBtw\r\nKetel\t1\t4.500,00\t21%\r\nArbeid\t20,5\t60\t9%\r\n'
    const { lines, filled } = pasteSheet([emptyLine()], at, text, 'nl')
    expect(filled).toBe(2)
    expect(lines.map(({ key: _key, ...line }) => line)).toEqual([
      { description: 'Ketel', quantity: '1', unitPrice: '€\u00a04.500,00', vatTreatment: 'high' },
      { description: 'Arbeid', quantity: '20,5', unitPrice: '€\u00a060,00', vatTreatment: 'low' },
    ])
  })

  it('takes two columns as description and price', () => {
    const { lines } = pasteSheet([emptyLine()], at, 'Voorrijden\t35,00', 'nl')
    expect(lines[0]).toMatchObject({ description: 'Voorrijden', quantity: '1', unitPrice: '€\u00a035,00' })
  })

  it('fills one column downwards from the field', () => {
    const { lines } = pasteSheet([emptyLine(), emptyLine()], { line: 1, field: 'unitPrice' }, '10\n20', 'nl')
    expect(lines.map((line) => line.unitPrice)).toEqual(['', '€\u00a010,00', '€\u00a020,00'])
  })
})
