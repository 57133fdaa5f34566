import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDraft, emptyLine, isWorthSaving, readDraft, withSuggestedVat } from './fields.ts'
import { placeInForm, valueAt } from './form-places.ts'
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
      {
        kind: 'item',
        productId: null,
        description: 'Arbeid',
        quantity: '20.5',
        unit: null,
        unitPrice: '60',
        vatTreatment: 'high',
        vatRate: null,
        allowances: [],
      },
    ])
    expect(read.unreadable).toEqual([])
    expect(placeInForm('lines.0.quantity', read)).toBe('lines.1.quantity')
  })

  it('tells which field holds no number', () => {
    const draft = {
      ...emptyDraft('2026-11-22', null),
      lines: [line({ description: 'x', unitPrice: 'veel' })],
    }
    expect(readDraft(draft, 'nl').unreadable).toEqual(['lines.0.unitPrice'])
  })

  it('tells which number is missing on a line that says something, and reckons with none so far', () => {
    const lines = [
      line({ description: 'x', unitPrice: ' ' }),
      line({ description: 'y', quantity: '', unitPrice: '5' }),
      line({ description: '', unitPrice: '' }),
    ]
    const read = readDraft({ ...emptyDraft('2026-11-22', 'c1'), lines }, 'nl')
    expect(read.unreadable).toEqual(['lines.0.unitPrice', 'lines.1.quantity'])
    expect(read.empty).toEqual(read.unreadable)
    expect(read.content.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      ['1', '0'],
      ['0', '5'],
    ])
  })

  it('tells when the date is no day, and sends none in its place', () => {
    const lines = [line({ description: 'x', unitPrice: '1' })]
    const read = readDraft({ ...emptyDraft('31 feb 2026', 'c1'), lines }, 'nl')
    expect(read.unreadable).toEqual(['invoiceDate'])
    expect(read.empty).toEqual([])
    expect(read.content.invoiceDate).toBe('31 feb 2026')
    expect(readDraft(emptyDraft('', 'c1'), 'nl').unreadable).toEqual(['invoiceDate'])
  })

  it('sends the percentage only where the treatment leaves it to the line', () => {
    const draft = (vatTreatment: string, vatRate: string) => ({
      ...emptyDraft('2026-11-22', 'c1'),
      lines: [line({ description: 'x', unitPrice: '1', vatTreatment, vatRate })],
    })
    expect(readDraft(draft('other_rate', '5,5 %'), 'nl').content.lines[0]?.vatRate).toBe('5.5')
    expect(readDraft(draft('other_rate', ''), 'nl').content.lines[0]?.vatRate).toBeNull()
    expect(readDraft(draft('high', '5,5'), 'nl').content.lines[0]?.vatRate).toBeNull()
    expect(readDraft(draft('other_rate', 'veel'), 'nl').unreadable).toEqual(['lines.0.vatRate'])
  })

  it('lets lines follow the customer in their VAT until a person chose it', () => {
    const lines = withSuggestedVat(
      [line({}), line({ vatTreatment: 'low', vatIsChosen: true })],
      'eu_services',
    )
    expect(lines.map((it) => it.vatTreatment)).toEqual(['eu_services', 'low'])
    expect(emptyLine(lines[0])).toMatchObject({ vatTreatment: 'eu_services', vatIsChosen: false })
  })

  it('sends a text with its description alone, and leaves an empty one out', () => {
    const draft = {
      ...emptyDraft('2026-11-22', 'c1'),
      lines: [line({ kind: 'text', description: 'Materiaal:' }), line({ kind: 'text' })],
    }
    expect(readDraft(draft, 'nl').content.lines).toEqual([
      {
        kind: 'text',
        productId: null,
        description: 'Materiaal:',
        quantity: null,
        unit: null,
        unitPrice: null,
        vatTreatment: null,
        vatRate: null,
        allowances: [],
      },
    ])
  })

  it('reads a day or a period of supply, and tells which end is no day', () => {
    const supplied = (supplyFrom: string, supplyUntil: string) =>
      readDraft({ ...emptyDraft('2026-11-22', 'c1'), supplyFrom, supplyUntil }, 'nl')
    expect(supplied('', '').content.supply).toBeNull()
    expect(supplied('2026-11-01', '').content.supply).toEqual({ from: '2026-11-01', until: null })
    expect(supplied('2026-11-01', 'ooit').unreadable).toEqual(['supply.until'])
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
  const paste = (text: string, from: Parameters<typeof pasteSheet>[1] = at) => {
    const pasted = pasteSheet(
      Array.from({ length: from.line + 1 }, () => emptyLine()),
      from,
      text,
      'nl',
    )
    return pasted.kind === 'unclear'
      ? 'unclear'
      : pasted.lines.map(({ description, quantity, unit, unitPrice, vatTreatment }) => ({
          description,
          quantity,
          unit,
          unitPrice,
          vatTreatment,
        }))
  }
  const line = (
    description: string,
    quantity: string,
    unitPrice: string,
    vatTreatment = 'high',
    unit = '',
  ) => ({
    description,
    quantity,
    unit,
    unitPrice: unitPrice === '' ? '' : `€\u00a0${unitPrice}`,
    vatTreatment,
  })

  it('leaves ordinary text alone', () => {
    expect(isSheet('Arbeid monteur')).toBe(false)
    expect(isSheet('Arbeid monteur\n')).toBe(false)
    expect(isSheet('Arbeid\t2')).toBe(true)
  })

  it('takes columns as their headings say, whatever their order, and leaves out what a line has no place for', () => {
    expect(
      paste('Omschrijving\tAantal\tPrijs\tBtw\r\nKetel\t1\t4.500,00\t21%\r\nArbeid\t20,5\t60\t9%\r\n'),
    ).toEqual([line('Ketel', '1', '4.500,00'), line('Arbeid', '20,5', '60,00', 'low')])
    expect(
      paste('Uren\tEenheid\tTarief (excl.)\tBedrag\tBtw-tarief\tWerk\n3\tuur\t65,00\t195,00\t21\tSchilderen'),
    ).toEqual([line('Schilderen', '3', '65,00', 'high', 'hour')])
  })

  it('takes what its form leaves no doubt about', () => {
    expect(paste('Voorrijden\t35,00')).toEqual([line('Voorrijden', '1', '35,00')])
    expect(paste('Arbeid\t2\tuur\t65,00')).toEqual([line('Arbeid', '2', '65,00', 'high', 'hour')])
    expect(paste('Ketel\t1\t4.500,00\t21%')).toEqual([line('Ketel', '1', '4.500,00')])
    expect(paste('Boek\t1\t9,00\tlaag')).toEqual([line('Boek', '1', '9,00', 'low')])
  })

  it('asks where an amount could be taken for a rate, or a text for anything', () => {
    for (const text of [
      'Boek\t1\t9,00\t9,00',
      'Werk\t1\t21\t21',
      'Werk\t1\t100\t100,00\t21%',
      'a\tb\tc',
      '1\t2\t3',
      'Werk\t1 x\t100',
      'Een\t1\t2\nTwee\tveel\t3',
    ]) {
      expect(paste(text), text).toBe('unclear')
    }
  })

  it('takes no VAT word for a rate that it is not, and keeps it for a person to judge', () => {
    for (const word of ['6%', '19%', '0,06%', 'btw', 'geen', 'verlegd?', 'btw?']) {
      const pasted = paste(`Onderaanneming\t1\t1000,00\t${word}`)
      expect(pasted, word).toEqual([line('Onderaanneming', '1', '1.000,00', word)])
      const [first] = pasted === 'unclear' ? [] : pasted
      const lines = first === undefined ? [] : [{ ...emptyLine(), ...first }]
      const fields = { ...emptyDraft('2026-11-22', 'c1'), lines }
      expect(readDraft(fields, 'nl').unreadable).toEqual(['lines.0.vatTreatment'])
    }
  })

  it.each([
    ['verlegd', 'reverse_charge'],
    ['Btw verlegd', 'reverse_charge'],
    ['verlegd 9%', 'reverse_charge_low'],
    ['EU-levering', 'eu_goods'],
    ['ICL', 'eu_goods'],
    ['EU dienst', 'eu_services'],
    ['export', 'outside_eu'],
    ['Vrijgesteld', 'exempt'],
    ['KOR', 'small_business_scheme'],
  ])('takes the word «%s» for %s', (word, treatment) => {
    expect(paste(`Werk\t1\t1000,00\t${word}`)).toEqual([line('Werk', '1', '1.000,00', treatment)])
  })

  it('fills one column downwards from the field', () => {
    expect(paste('10\n20', { line: 1, field: 'unitPrice' })).toMatchObject([
      { unitPrice: '' },
      { unitPrice: '€\u00a010,00' },
      { unitPrice: '€\u00a020,00' },
    ])
  })

  it('keeps a number that is none as it is', () => {
    expect(paste('Omschrijving\tPrijs\nWerk\t9,99,')).toMatchObject([{ unitPrice: '9,99,' }])
  })
})

describe('what stands at a path', () => {
  const content = { customerId: 'c1', lines: [{ quantity: '2' }] }
  it('is told from what stood there before, and a list by its length', () => {
    expect(valueAt(content, 'customerId')).toBe('c1')
    expect(valueAt(content, 'lines.0.quantity')).toBe('2')
    expect(valueAt(content, 'lines.1.quantity')).toBeUndefined()
    expect(valueAt(content, 'lines')).toBe(1)
    expect(valueAt(undefined, 'lines')).toBeUndefined()
  })
})
