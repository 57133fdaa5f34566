import { type Client, createClient, isEBoekhoudenError, operationNames } from '@stella/e-boekhouden'
import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// Our own client and the sandbox were written apart from each other, both from the WSDL and the manual.

const ways = [
  { soapVersion: '1.1', successMessage: 'empty' },
  { soapVersion: '1.1', successMessage: 'fields' },
  { soapVersion: '1.2', successMessage: 'empty' },
] as const

for (const { soapVersion, successMessage } of ways) {
  describe(`our client, SOAP ${soapVersion}, success told by ${successMessage}`, () => {
    let sandbox: Sandbox
    let client: Client
    let accountant: Client

    beforeAll(async () => {
      sandbox = await startSandbox({
        administration: { company: 'Bakkerij De Korst & Zn.' },
        settings: { successMessage },
      })
      const access = sandbox.addAdministration({
        accountant: true,
        clients: [sandbox.administration.guid],
      })
      client = clientFor(sandbox.administration)
      accountant = clientFor(access)
    })

    afterAll(async () => {
      await client.close()
      await accountant.close()
      await sandbox.close()
    })

    function clientFor({ username, code1, code2 }: Sandbox['administration']): Client {
      const credentials = { username, securityCode1: code1, securityCode2: code2 }
      return createClient({ url: sandbox.soapUrl, credentials, source: 'Stella', soapVersion })
    }

    async function codeOf(call: Promise<unknown>): Promise<string> {
      const error: unknown = await call.then(
        () => null,
        (reason: unknown) => reason,
      )
      return isEBoekhoudenError(error) && 'code' in error ? `${error.kind} ${error.code}` : String(error)
    }

    test('is told which code is wrong', async () => {
      const { administration } = sandbox
      const wrong = [
        clientFor({ ...administration, code1: 'fout' }),
        clientFor({ ...administration, code2: 'fout' }),
      ]
      const codes = await Promise.all(wrong.map((each) => codeOf(each.openSession())))
      expect(codes).toEqual(['credentials E001.1', 'credentials E001.3'])
      await Promise.all(wrong.map((each) => each.close()))
    })

    test('OpenSession, AutoLogin, GetAdministraties', async () => {
      await client.openSession()
      const { token, signInUrl } = await client.autoLogin()
      expect(token).toMatch(/^[0-9A-F]{32}$/)
      expect(signInUrl).toContain(token)
      expect(await client.getAdministrations()).toEqual([
        {
          ...{ company: 'Bakkerij De Korst & Zn.', city: 'Utrecht', guid: sandbox.administration.guid },
          startOfBookYear: expect.stringMatching(/^\d{4}-01-01$/),
        },
      ])
    })

    test('GetGrootboekrekeningen, AddGrootboekrekening, UpdateGrootboekrekening', async () => {
      const account = { code: '8020', description: 'Omzet <boeken>', category: 'VW' } as const
      const { id } = await client.addLedgerAccount(account)
      expect(await codeOf(client.addLedgerAccount(account))).toBe('rejected CGB001')
      await client.updateLedgerAccount({ ...account, id, group: 'Omzet' })
      expect(await client.getLedgerAccounts({ code: '8020' })).toEqual([{ ...account, id, group: 'Omzet' }])
      expect(await codeOf(client.updateLedgerAccount({ ...account, id, code: '8000' }))).toBe(
        'rejected CGB001.1',
      )
    })

    test('AddRelatie, GetRelaties, UpdateRelatie', async () => {
      const { id } = await client.addRelation({
        ...{ code: 'K1', kind: 'company', name: 'Café Zoë', city: 'Ede', member: true, noEmail: true },
        freeFields: ['een', '', 'drie'],
      })
      await client.addRelation({ code: 'L1', kind: 'company', name: 'Molen De Hoop' })
      expect(await codeOf(client.addRelation({ code: 'K1', kind: 'person', name: 'X' }))).toBe(
        'rejected CREL001',
      )
      const [read] = await client.getRelations({ code: 'K1' })
      if (!read) throw new Error('no relation')
      expect(read).toMatchObject({ id, name: 'Café Zoë', city: 'Ede', member: true, noEmail: true })
      expect(read.freeFields.slice(0, 3)).toEqual(['een', '', 'drie'])
      await client.updateRelation({ ...read, city: 'Arnhem' })
      expect(await client.getRelations({ id })).toEqual([{ ...read, city: 'Arnhem' }])
      expect(await client.getRelations({ keyword: 'hoop' })).toMatchObject([{ code: 'L1' }])
    })

    test('AddMutatie, GetMutaties, GetOpenPosten', async () => {
      const invoice = {
        kind: 'invoiceSent' as const,
        ...{ date: '2026-01-01', account: '1300', relationCode: 'K1' },
        ...{ invoiceNumber: '2026-0001', document: 'B-1', description: '1 < 2 & "3" €' },
        ...{ paymentTermDays: '14', amountsIncludeVat: true },
        lines: [
          {
            ...{ amountEntered: '121.00', amountExcl: '100.00', amountVat: '21.00', amountIncl: '121.00' },
            ...{ vatCode: 'HOOG_VERK_21', vatPercentage: '21', ledgerAccount: '8020', costCenterId: 1 },
          },
          {
            ...{ amountEntered: '10.90', amountExcl: '10.00', amountVat: '0.90', amountIncl: '10.90' },
            ...{ vatCode: 'LAAG_VERK_9', vatPercentage: '9', ledgerAccount: '8000', costCenterId: 0 },
          },
        ],
      }
      const { mutationNumber } = await client.addMutation(invoice)
      const [read] = await client.getMutations({ invoiceNumber: '2026-0001' })
      const lines = invoice.lines.map((line) => ({ ...line, invoiceNumber: '2026-0001' }))
      expect(read).toEqual({ ...invoice, number: mutationNumber, lines })
      expect(await codeOf(client.addMutation(invoice))).toBe('rejected CMUT019')
      await client.addMutation({
        ...{ kind: 'invoicePaymentReceived', date: '2026-01-20', account: '1010', relationCode: 'K1' },
        ...{ invoiceNumber: '2026-0001', description: 'Deel', amountsIncludeVat: false },
        lines: [
          {
            ...{ amountEntered: '31.90', amountExcl: '31.90', amountVat: '0', amountIncl: '31.90' },
            ...{ vatCode: 'GEEN', vatPercentage: '0', ledgerAccount: '1300' },
          },
        ],
      })
      expect(await client.getOpenItems('debtors')).toEqual([
        {
          ...{ date: '2026-01-01', invoiceNumber: '2026-0001', relationCode: 'K1' },
          ...{ relationName: 'Café Zoë', amount: '131.90', paid: '31.90', outstanding: '100.00' },
        },
      ])
      expect(await client.getOpenItems('creditors')).toEqual([])
      expect(await client.getMutations({ dateFrom: '2026-01-02' })).toHaveLength(1)
    })

    test('AddFactuur, GetFacturen', async () => {
      const line = {
        ...{ quantity: '1.5', unit: 'uur', code: 'UUR', description: 'Arbeid', pricePerUnit: '60.00' },
        ...{ vatCode: 'HOOG_VERK_21', ledgerAccount: '8010', costCenterId: 2 },
      }
      const invoice = {
        ...{ relationCode: 'K1', date: '2026-02-01', paymentTermDays: 30, template: 'Standaard' },
        lines: [line],
      }
      const drawn = await client.addInvoice(invoice)
      const given = await client.addInvoice({
        ...invoice,
        ...{ invoiceNumber: 'F-7', bookingDescription: 'Uren' },
        email: { subject: 'Factuur', body: 'Zie bijlage', fromAddress: 'a@example.nl', fromName: '' },
      })
      expect([drawn, given]).toEqual([{ invoiceNumber: 'F00001' }, { invoiceNumber: 'F-7' }])
      expect(await client.getInvoices({ invoiceNumber: 'F-7' })).toEqual([
        {
          ...{ invoiceNumber: 'F-7', relationCode: 'K1', date: '2026-02-01', paymentTermDays: 30 },
          ...{ totalExcl: '90.00', totalVat: '18.90', totalIncl: '108.90', totalOutstanding: '108.90' },
          ...{ pdfUrl: expect.stringContaining('F-7'), lines: [line] },
        },
      ])
      expect(await client.getMutations({ invoiceNumber: 'F-7' })).toMatchObject([{ description: 'Uren' }])
      expect(await codeOf(client.addInvoice({ ...invoice, relationCode: 'X' }))).toBe('rejected CFACT025')
    })

    test('GetSaldo, GetSaldi', async () => {
      expect(await client.getBalance({ account: '1300' })).toBe('208.90')
      expect(await client.getBalance({ account: '1300', dateTo: '2026-01-19' })).toBe('131.90')
      expect(await client.getBalance({ account: '8020', costCenterId: 1 })).toBe('-100.00')
      expect(await client.getBalances({ category: 'FIN' })).toEqual([
        { accountId: 2, accountCode: '1000', category: 'FIN', balance: '0.00' },
        { accountId: 3, accountCode: '1010', category: 'FIN', balance: '31.90' },
      ])
    })

    test('GetKostenplaatsen, GetArtikelen', async () => {
      expect(await client.getCostCenters({ parentId: 1 })).toEqual([
        { id: 2, description: 'Onderhoud', parentId: 1 },
      ])
      expect(await client.getArticles({ code: 'BOEK' })).toMatchObject([
        { id: 2, salesPriceExcl: '25.00', salesPriceIncl: '27.25', vatRate: '0.09', active: true },
      ])
    })

    test('OpenSessionSub', async () => {
      expect(await codeOf(client.openSessionSub(sandbox.administration.guid))).toBe('credentials E002.5')
      const sub = await accountant.openSessionSub(sandbox.administration.guid)
      expect(await sub.getBalance({ account: '1300' })).toBe('208.90')
      expect(await accountant.getAdministrations()).toHaveLength(2)
      await sub.close()
    })

    test('CloseSession, and a session that the service has forgotten', async () => {
      await client.closeSession()
      await client.openSession()
      sandbox.clock.advance(3600)
      expect(await client.getCostCenters()).toHaveLength(2)
      sandbox.clock.follow()
    })

    test('has called all operations', () => {
      const called = sandbox.journal().map(({ operation }) => operation)
      expect(new Set(called)).toEqual(new Set(operationNames))
      expect(new Set(sandbox.journal().map((each) => each.soapVersion))).toEqual(new Set([soapVersion]))
    })
  })
}
