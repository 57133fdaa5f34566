import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'
import { mutation, payment, relation } from '../testing/messages.ts'
import { type Caller, openCaller } from '../testing/soap-caller.ts'

describe('a person at the screens of the books', () => {
  let sandbox: Sandbox
  let caller: Caller

  beforeEach(async () => {
    sandbox = await startSandbox()
    caller = await openCaller(sandbox)
    await caller.call('AddRelatie', relation('K1'))
    await caller.call('AddMutatie', mutation('V1'))
  })
  afterEach(() => sandbox.close())

  const press = (path: string, fields: Record<string, string>) =>
    fetch(sandbox.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const page = async (path: string) => (await fetch(sandbox.url + path)).text()
  /** What the service tells a link: number, amount, paid, outstanding. */
  const open = async () => {
    const said = await caller.call('GetOpenPosten', { OpSoort: 'Debiteuren' })
    const all = (name: string) => said.all(name).map(({ text }) => text)
    const [numbers, amounts, paid, outstanding] = ['MutFactuur', 'Bedrag', 'Voldaan', 'Openstaand'].map(all)
    return numbers?.map((number, at) => [number, amounts?.[at], paid?.[at], outstanding?.[at]])
  }

  it('books a payment in part, the rest, and that twice', async () => {
    expect((await press('/1/open-posten', { invoiceNumber: 'V1', amount: '21,00' })).status).toBe(303)
    expect(await open()).toEqual([['V1', '121', '21', '100']])
    await press('/1/open-posten', { invoiceNumber: 'V1', amount: '100' })
    expect(await open()).toEqual([])
    await press('/1/open-posten', { invoiceNumber: 'V1', amount: '100' })
    expect(await open()).toEqual([['V1', '121', '221', '-100']])
  })

  it('books a payment on a wrong number, and moves it to the right one', async () => {
    await press('/1/open-posten', { invoiceNumber: 'V-1', amount: '121', relationCode: 'K1' })
    expect(await open()).toEqual([
      ['V1', '121', '0', '121'],
      ['V-1', '0', '121', '-121'],
    ])
    expect(await page('/1/mutaties/2')).toContain('Met de hand wijzigen')
    await press('/1/mutaties/2', { invoiceNumber: 'V1' })
    expect(await open()).toEqual([])
    expect(await page('/1/mutaties/2')).toContain('Met de hand gewijzigd')
  })

  it('writes an invoice off in the journal, and takes that out again', async () => {
    const journal = { kind: 'Memoriaal', account: '4000', ledgerAccount: '1300', amount: '121,00' }
    const booked = await press('/1/mutaties', { ...journal, invoiceNumber: 'V1', relationCode: 'K1' })
    expect(booked.headers.get('location')).toBe('/1/mutaties/2')
    expect(await open()).toEqual([])
    await press('/1/mutaties/2', { remove: 'yes' })
    expect(await open()).toEqual([['V1', '121', '0', '121']])
  })

  it('changes the amount of what a link booked, its VAT with it', async () => {
    await press('/1/mutaties/1', { amount: '1.000,50' })
    expect(await open()).toEqual([['V1', '1210.61', '0', '1210.61']])
    expect(sandbox.books().mutations[0]?.lines[0]).toMatchObject({
      amountVat: '210.11',
      ledgerAccount: '8000',
    })
  })

  it('says what cannot stand in the books, and changes nothing', async () => {
    const wrong = await press('/1/open-posten', { invoiceNumber: 'V1', amount: '1,2,3' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('amount')])
    const journal = { kind: 'Memoriaal', account: '9999', ledgerAccount: '1300', amount: '1' }
    expect(await (await press('/1/mutaties', journal)).text()).toContain('CMUT001')
    expect(await open()).toEqual([['V1', '121', '0', '121']])
  })

  it('gives no forms where changing is switched off', async () => {
    const locked = await startSandbox({ control: false })
    expect(await (await fetch(`${locked.url}/1/open-posten`)).text()).not.toContain('Betaling boeken')
    expect((await fetch(`${locked.url}/1/open-posten`, { method: 'POST' })).status).toBe(404)
    await locked.close()
  })

  it('reads what a link paid by the API: part, over, and twice', async () => {
    for (const amount of ['21', '100', '100']) {
      expect((await caller.call('AddMutatie', payment('V1', amount))).code).toBe('')
    }
    expect(await open()).toEqual([['V1', '121', '221', '-100']])
  })
})
