import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import {
  invoice,
  invoiceLine,
  mutation,
  mutationLine,
  payment,
  plainLine,
  relation,
} from '../testing/messages.ts'
import { firstRelation, secondRelation } from '../testing/relation-ids.ts'
import { type Caller, openCaller } from '../testing/soap-caller.ts'

describe('bookkeeping', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeEach(async () => {
    sandbox = await startSandbox()
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
  })
  afterEach(() => sandbox.close())

  const balance = (code: string) => sandbox.books().ledger.find((account) => account.code === code)?.balance
  const booked = async (fields: ReturnType<typeof mutation>) => {
    const answer = await caller.call('AddMutatie', fields)
    expect(answer.code).toBe('')
    return answer
  }

  it('books a sales invoice on debtors, revenue and VAT, and numbers it by itself', async () => {
    const low = mutationLine({
      BedragInvoer: 10,
      BedragExclBTW: 10,
      BedragBTW: '0.90',
      BedragInclBTW: '10.90',
      BTWCode: 'LAAG_VERK_9',
      BTWPercentage: 9,
    })
    const answer = await booked(mutation('V1', { MutatieNr: 99999 }, [mutationLine(), low]))
    expect(answer.value('Mutatienummer')).toBe('1')
    expect(['1300', '8000', '1650', '1651'].map(balance)).toEqual(['131.90', '-110.00', '-21.00', '-0.90'])
  })

  it('books a credit note with negative amounts', async () => {
    await booked(mutation('V1'))
    await booked(
      mutation('C1', {}, [
        mutationLine({ BedragInvoer: -100, BedragExclBTW: -100, BedragBTW: -21, BedragInclBTW: -121 }),
      ]),
    )
    expect(['1300', '8000', '1650'].map(balance)).toEqual(['0.00', '0.00', '0.00'])
    expect(sandbox.books().openItems.map(({ outstanding }) => outstanding)).toEqual(['121.00', '-121.00'])
  })

  it('books a purchase on creditors, costs and VAT to reclaim', async () => {
    const line = mutationLine({ BTWCode: 'HOOG_INK_21', TegenrekeningCode: '7000' })
    await booked(mutation('I1', { Soort: 'FactuurOntvangen', Rekening: '1600' }, [line]))
    expect(['1600', '7000', '1520'].map(balance)).toEqual(['-121.00', '100.00', '21.00'])
    const open = await caller.call('GetOpenPosten', { OpSoort: 'Crediteuren' })
    expect([open.value('Bedrag'), open.value('Openstaand'), open.value('RelCode')]).toEqual([
      '121',
      '121',
      'K1',
    ])
  })

  it('books the VAT that a supplier leaves to the buyer on both sides', async () => {
    const header = { Soort: 'FactuurOntvangen', Rekening: '1600' }
    const line = (BTWCode: string, amount: string) => plainLine(amount, '7000', { BTWCode })
    await booked(mutation('I1', header, [line('VERL_INK', '100'), line('VERL_INK_L9', '50.50')]))
    expect(['1600', '7000', '1520', '1653'].map(balance)).toEqual(['-150.50', '150.50', '25.55', '-25.55'])
    await booked(mutation('I2', header, [line('VERL_INK', '-100'), line('BI_EU_INK', '10')]))
    expect(['1600', '7000', '1520', '1653'].map(balance)).toEqual(['-60.50', '60.50', '6.65', '-6.65'])
    const refund = mutation('', { Soort: 'GeldOntvangen', Rekening: '1010', RelatieCode: '' }, [
      line('BU_EU_INK', '10'),
    ])
    await booked(refund)
    expect(['1010', '7000', '1520', '1653'].map(balance)).toEqual(['10.00', '50.50', '4.55', '-4.55'])
  })

  it('books no VAT where the buyer of a sale owes it', async () => {
    await booked(mutation('V1', {}, [plainLine('100', '8000', { BTWCode: 'VERL_VERK' })]))
    expect(['1300', '8000', '1653', '1520'].map(balance)).toEqual(['100.00', '-100.00', '0.00', '0.00'])
  })

  it('takes payments in part, and the open item goes when it is paid', async () => {
    await booked(mutation('V1'))
    await booked(payment('V1', '21.00'))
    const open = await caller.call('GetOpenPosten', { OpSoort: 'Debiteuren' })
    expect(['Bedrag', 'Voldaan', 'Openstaand'].map((name) => open.value(name))).toEqual(['121', '21', '100'])
    await booked(mutation('V1', { Soort: 'GeldOntvangen', Rekening: '1010' }, [plainLine('100.00', '1300')]))
    expect((await caller.call('GetOpenPosten', { OpSoort: 'Debiteuren' })).all('cOpenPost')).toHaveLength(0)
    expect(['1010', '1300'].map(balance)).toEqual(['121.00', '0.00'])
  })

  it('pays with lines on both sides only where both have such an invoice', async () => {
    await booked(mutation('V1'))
    const both = [plainLine('100.00', '1300'), plainLine('21.00', '1600')]
    const settle = { Soort: 'GeldOntvangen', Rekening: '1010' }
    for (const lines of [both, both.toReversed()])
      expect((await caller.call('AddMutatie', mutation('V1', settle, lines))).code).toBe('CMUT026')
    expect(sandbox.books().openItems).toHaveLength(1)
    await booked(
      mutation('V1', { Soort: 'FactuurOntvangen', Rekening: '1600' }, [plainLine('21.00', '7000')]),
    )
    await booked(mutation('V1', settle, both))
  })

  it('books money straight on revenue without a relation, as a shop does', async () => {
    const header = { Soort: 'GeldOntvangen', Rekening: '1010', RelatieCode: '', Betalingstermijn: '' }
    await booked(mutation('', header))
    expect(['1010', '8000', '1650'].map(balance)).toEqual(['121.00', '-100.00', '-21.00'])
  })

  it('refuses a sales number whoever it was for, a purchase number of the same supplier only', async () => {
    await caller.call('AddRelatie', relation('K2'))
    await booked(mutation('V1'))
    expect((await caller.call('AddMutatie', mutation(' v1 ', { RelatieCode: 'K2' }))).code).toBe('CMUT019')
    const purchase = { Soort: 'FactuurOntvangen', Rekening: '1600' }
    const line = [plainLine('10', '7000')]
    await booked(mutation('V1', purchase, line))
    expect((await caller.call('AddMutatie', mutation('V1', purchase, line))).code).toBe('CMUT018')
    await booked(mutation('V1', { ...purchase, RelatieCode: 'K2' }, line))
    sandbox.settings.change({ duplicateInvoiceNumbers: 'accepted' })
    await booked(mutation('V1'))
    expect(sandbox.books().mutations).toHaveLength(4)
  })

  it('books an invoice of AddFactuur on the lowest debtors account, with VAT over the sum', async () => {
    const lines = [
      invoiceLine(),
      invoiceLine({ Aantal: '0.333333', PrijsPerEenheid: '10' }),
      invoiceLine({ Aantal: '0.333333', PrijsPerEenheid: '10' }),
    ]
    const answer = await caller.call('AddFactuur', invoice({}, lines))
    expect(answer.value('Factuurnummer')).toBe('F00001')
    const [made] = sandbox.books().invoices
    expect([made?.totalExcl, made?.totalVat, made?.totalIncl]).toEqual(['156.66', '32.90', '189.56'])
    expect(['1300', '8010', '1650'].map(balance)).toEqual(['189.56', '-156.66', '-32.90'])
    await booked(payment('F00001', '89.56'))
    const listed = await caller.call('GetFacturen', { cFilter: { Relatiecode: 'k1' } })
    expect([listed.value('TotaalInclBTW'), listed.value('TotaalOpenstaand')]).toEqual(['189.56', '100'])
    const page = await fetch(listed.value('URLPDFBestand') ?? '')
    expect([page.status, (await page.text()).includes('Factuur F00001')]).toEqual([200, true])
  })

  it('makes an invoice without booking it; it is open whole', async () => {
    await caller.call('AddFactuur', invoice({ InBoekhoudingPlaatsen: 'false', Factuurnummer: 'A1' }))
    expect(sandbox.books().mutations).toHaveLength(0)
    const listed = await caller.call('GetFacturen', { cFilter: { Factuurnummer: 'A1' } })
    expect([listed.value('TotaalOpenstaand'), listed.value('Aantal')]).toEqual(['181.5', '2.5'])
    expect((await caller.call('AddFactuur', invoice({ Factuurnummer: 'a1' }))).code).toBe('CFACT026')
  })

  it('replaces a relation whole, and its mutations name it by its new code', async () => {
    await caller.call('AddRelatie', relation('K2', { Plaats: 'Urk', Email: 'a@b.example' }))
    await booked(mutation('V1', { RelatieCode: 'k2' }))
    await caller.call('UpdateRelatie', {
      oRel: { ID: secondRelation, Code: 'K3', Bedrijf: 'Nieuw', BP: 'P' },
    })
    const found = await caller.call('GetRelaties', { cFilter: { Code: 'K3' } })
    expect(['Bedrijf', 'Plaats', 'Email', 'BP'].map((name) => found.value(name))).toEqual([
      'Nieuw',
      '',
      '',
      'P',
    ])
    expect((await caller.call('GetMutaties', { cFilter: {} })).value('RelatieCode')).toBe('K3')
    expect(
      (await caller.call('UpdateRelatie', { oRel: { ID: secondRelation, Code: 'K1', Bedrijf: 'x' } })).code,
    ).toBe('CREL001')
    await caller.call('AddRelatie', relation('K2'))
    expect((await caller.call('GetRelaties')).all('cRelatie')).toHaveLength(3)
  })

  it('gives back the day a relation was added on, or when it was made', async () => {
    const added = async (AddDatum: string | undefined, code: string) => {
      await caller.call('AddRelatie', relation(code, { AddDatum }))
      return (await caller.call('GetRelaties', { cFilter: { Code: code } })).value('AddDatum')
    }
    expect(await added('2020-02-29', 'D1')).toBe('2020-02-29T00:00:00')
    sandbox.clock.set(new Date('2026-11-22T09:00:00Z'))
    for (const [at, none] of [undefined, '', '0001-01-01T00:00:00'].entries())
      expect(await added(none, `N${at}`)).toMatch(/^2026-11-22T10:00:0/)
    const told = async () =>
      (await caller.call('GetRelaties', { cFilter: { ID: secondRelation } })).value('AddDatum')
    await caller.call('UpdateRelatie', { oRel: { ID: secondRelation, Code: 'D1', Bedrijf: 'x' } })
    expect(await told()).toBe('2020-02-29T00:00:00')
    await caller.call('UpdateRelatie', {
      oRel: { ID: secondRelation, Code: 'D1', Bedrijf: 'x', AddDatum: '2021-03-01' },
    })
    expect(await told()).toBe('2021-03-01T00:00:00')
  })

  it('finds relations by keyword in code, company, city, contact and e-mail', async () => {
    await caller.call(
      'AddRelatie',
      relation('ZZ', { Plaats: 'Zwolle', Contactpersoon: 'De Wit', Email: 'info@zz.example' }),
    )
    for (const Trefwoord of ['zz', 'zwol', 'de wit', 'INFO@', 'bedrijf zz']) {
      expect(
        (await caller.call('GetRelaties', { cFilter: { Trefwoord } })).all('Code').map(({ text }) => text),
      ).toEqual(['ZZ'])
    }
    expect((await caller.call('GetRelaties', { cFilter: { ID: firstRelation } })).value('Code')).toBe('K1')
  })

  it('adds and changes ledger accounts; an account with a role keeps it', async () => {
    const added = await caller.call('AddGrootboekrekening', {
      oGb: { ID: 0, Code: '8020', Omschrijving: 'Verhuur', Categorie: 'VW', Groep: 'Omzet' },
    })
    const ID = added.value('Gb_ID') ?? ''
    await caller.call('UpdateGrootboekrekening', {
      oGb: { ID, Code: '8021', Omschrijving: 'Verhuur', Categorie: 'BAL' },
    })
    const found = await caller.call('GetGrootboekrekeningen', { cFilter: { ID } })
    expect([found.value('Code'), found.value('Categorie')]).toEqual(['8021', 'BAL'])
    const debtors = { ID: 4, Code: '1300', Omschrijving: 'Klanten', Categorie: 'BAL' }
    expect((await caller.call('UpdateGrootboekrekening', { oGb: debtors })).code).toBe('')
    expect(
      (await caller.call('GetGrootboekrekeningen', { cFilter: { ID: 0, Categorie: 'DEB' } })).value(
        'Omschrijving',
      ),
    ).toBe('Klanten')
    expect(
      (await caller.call('UpdateGrootboekrekening', { oGb: { ...debtors, Categorie: 'VW' } })).code,
    ).toBe('CGB0061')
  })

  it('tells balances per period, cost center and category', async () => {
    await booked(mutation('V1', { Datum: '2026-10-31' }))
    await booked(mutation('V2', { Datum: '2026-11-01' }, [mutationLine({ KostenplaatsID: 2 })]))
    const saldo = async (cFilter: Record<string, string | number>) =>
      (await caller.call('GetSaldo', { cFilter: { GbCode: '8000', KostenPlaatsId: 0, ...cFilter } })).value(
        'Saldo',
      )
    expect(await saldo({})).toBe('-200')
    expect(await saldo({ DatumVan: '2026-11-01' })).toBe('-100')
    expect(await saldo({ DatumTot: '2026-10-31' })).toBe('-100')
    expect(await saldo({ KostenPlaatsId: 2 })).toBe('-100')
    expect(await saldo({ GbCode: '9999' })).toBe('0')
    const vat = await caller.call('GetSaldi', { cFilter: { KostenPlaatsId: 0, Categorie: 'AF19' } })
    expect([vat.all('cSaldo').length, vat.value('Saldo')]).toEqual([1, '-42'])
  })

  it('lists articles and cost centers by their filters', async () => {
    const articles = await caller.call('GetArtikelen', { cFilter: { ArtikelCode: 'UUR' } })
    expect([
      articles.all('cArtikel').length,
      articles.value('BtwPercentage'),
      articles.value('Actief'),
    ]).toEqual([1, '0.21', 'true'])
    const centers = await caller.call('GetKostenplaatsen', { cFilter: { KostenplaatsParentID: 1 } })
    expect(centers.all('Omschrijving').map(({ text }) => text)).toEqual(['Onderhoud'])
  })
})
