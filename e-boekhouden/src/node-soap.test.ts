import { createServer } from 'node:http'
import { listen } from 'soap'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { createClient } from './client.ts'
import { operationNames } from './service/operation-names.ts'
import { testCodes, testSessionId } from './testing/answers.ts'
import { exampleInvoice, exampleMutation, exampleRelation } from './testing/examples.ts'
import { nodeSoapResults } from './testing/node-soap-results.ts'
import { sharedMaterial } from './testing/shared-material.ts'
import { errorOf } from './testing/start-client.ts'

/** A server that we did not write (node-soap), made from the real WSDL, is the other side here. */
const wsdl = sharedMaterial('soap.wsdl')

const signedIn = { SessionID: testSessionId, SecurityCode2: testCodes.securityCode2 }

describe.runIf(wsdl)('against a server made from the WSDL by node-soap', () => {
  const received: { operation: string; content: Record<string, unknown> }[] = []
  const server = createServer((_request, response) => void response.writeHead(404).end())
  const clients: Record<string, Client> = {}

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' && address?.port}/soap.asmx`
    const port = Object.fromEntries(operationNames.map((operation) => [operation, answerTo(operation)]))
    const services = { soapApp: { soapAppSoap: port, soapAppSoap12: port } }
    const xml = (wsdl ?? '').replaceAll('http://soap.e-boekhouden.nl/soap.asmx', url)
    await new Promise<void>((resolve) => {
      listen(server, { path: '/soap.asmx', services, xml, callback: () => resolve() })
    })
    for (const soapVersion of ['1.1', '1.2'] as const) {
      clients[soapVersion] = createClient({ url, credentials: testCodes, source: 'Stella', soapVersion })
    }
  })

  afterAll(async () => {
    for (const client of Object.values(clients)) await client.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  function answerTo(operation: string) {
    return (content: Record<string, unknown>) => {
      received.push({ operation, content: JSON.parse(JSON.stringify(content ?? {})) })
      const planned = nodeSoapResults[operation]
      const result = typeof planned === 'function' ? planned() : planned
      return result === undefined ? {} : { [`${operation}Result`]: result }
    }
  }

  async function call<T>(version: string, calling: (client: Client) => Promise<T>) {
    const client = clients[version]
    if (!client) throw new Error('no client')
    const result = await calling(client)
    return { result, request: received.at(-1) }
  }

  for (const version of ['1.1', '1.2']) {
    describe(`SOAP ${version}`, () => {
      it('OpenSession and CloseSession', async () => {
        const opened = await call(version, (client) => client.openSession())
        expect(opened.request).toEqual({
          operation: 'OpenSession',
          content: {
            Username: testCodes.username,
            SecurityCode1: testCodes.securityCode1,
            SecurityCode2: testCodes.securityCode2,
            Source: 'Stella',
          },
        })
        const closed = await call(version, (client) => client.closeSession())
        expect(closed.request).toEqual({ operation: 'CloseSession', content: { SessionID: testSessionId } })
      })

      it('OpenSessionSub', async () => {
        const { result, request } = await call(version, (client) => client.openSessionSub('{G}'))
        expect(request).toMatchObject({ operation: 'OpenSessionSub', content: { AdministratieGUID: '{G}' } })
        await result.close()
      })

      it('AutoLogin', async () => {
        const { result, request } = await call(version, (client) => client.autoLogin())
        expect(result.token).toBe('tok')
        expect(request).toEqual({
          operation: 'AutoLogin',
          content: { Username: testCodes.username, ...signedIn },
        })
      })

      it('GetAdministraties', async () => {
        const { result, request } = await call(version, (client) => client.getAdministrations())
        expect(result).toEqual([{ company: 'A & B', city: 'Ede', guid: '{1}', startOfBookYear: '2026' }])
        expect(request).toEqual({ operation: 'GetAdministraties', content: signedIn })
      })

      it('GetGrootboekrekeningen, AddGrootboekrekening, UpdateGrootboekrekening', async () => {
        const listed = await call(version, (client) => client.getLedgerAccounts({ code: '1300' }))
        expect(listed.result[0]).toEqual({
          id: 1,
          code: '1300',
          description: 'Debiteuren',
          category: 'DEB',
          group: 'B',
        })
        expect(listed.result).toHaveLength(2)
        expect(listed.request?.content).toMatchObject({ cFilter: { ID: 0, Code: '1300' } })
        const account = { code: '8001', description: 'Omzet', category: 'VW' } as const
        const added = await call(version, (client) => client.addLedgerAccount(account))
        expect(added.result).toEqual({ id: 31 })
        const updated = await call(version, (client) => client.updateLedgerAccount({ ...account, id: 31 }))
        expect(updated.request?.content).toMatchObject({ oGb: { ID: 31, Code: '8001', Categorie: 'VW' } })
      })

      it('AddRelatie, GetRelaties, UpdateRelatie', async () => {
        const added = await call(version, (client) => client.addRelation(exampleRelation))
        expect(added.result).toEqual({ id: 32 })
        expect(added.request?.content).toMatchObject({
          oRel: { ID: 0, Code: 'K00001', Bedrijf: exampleRelation.name, BP: 'B', LA: '0', Gb_ID: 0 },
        })
        const { result } = await call(version, (client) => client.getRelations({ code: 'K00001' }))
        const [relation] = result
        expect(relation).toMatchObject({
          id: 32,
          addedOn: '2026-01-01',
          kind: 'person',
          member: true,
          noEmail: true,
        })
        expect(relation?.freeFields[2]).toBe('drie')
        if (!relation) throw new Error('no relation')
        const updated = await call(version, (client) => client.updateRelation({ ...relation, city: 'Ede' }))
        expect(updated.request).toMatchObject({
          operation: 'UpdateRelatie',
          content: { oRel: { ID: 32, Plaats: 'Ede', Def3: 'drie', BP: 'P', LA: '1', GeenEmail: 1 } },
        })
      })

      it('AddMutatie, GetMutaties', async () => {
        const added = await call(version, (client) => client.addMutation(exampleMutation))
        expect(added.result).toEqual({ mutationNumber: 33 })
        expect(added.request?.content).toMatchObject({
          ...signedIn,
          oMut: {
            ...{ Soort: 'FactuurVerstuurd', Rekening: '1300', Factuurnummer: '2026-0001', InExBTW: 'EX' },
            Omschrijving: exampleMutation.description,
            MutatieRegels: { cMutatieRegel: [{ BTWCode: 'HOOG_VERK_21', TegenrekeningCode: '8000' }] },
          },
        })
        const { result } = await call(version, (client) =>
          client.getMutations({ invoiceNumber: '2026-0001' }),
        )
        expect(result).toMatchObject([
          {
            ...{
              number: 33,
              kind: 'invoiceSent',
              date: '2026-01-01',
              amountsIncludeVat: true,
              relationCode: '',
            },
            lines: [{ amountIncl: '121.00', vatPercentage: '21', costCenterId: 4 }],
          },
        ])
      })

      it('AddFactuur, GetFacturen', async () => {
        const added = await call(version, (client) => client.addInvoice(exampleInvoice))
        expect(added.result).toEqual({ invoiceNumber: 'F00001' })
        expect(added.request?.content).toMatchObject({
          oFact: { PerEmailVerzenden: true, AutomatischeIncasso: true, IncassoMachtigingSoort: 'D' },
        })
        const { result } = await call(version, (client) => client.getInvoices())
        expect(result).toMatchObject([
          {
            ...{
              invoiceNumber: 'F00001',
              totalIncl: '145.20',
              totalOutstanding: '0.30',
              paymentTermDays: 14,
            },
            ...{ pdfUrl: 'https://example.nl/?c=1&s=2', lines: [{ quantity: '1.5', pricePerUnit: '80.00' }] },
          },
        ])
      })

      it('GetOpenPosten', async () => {
        const { result, request } = await call(version, (client) => client.getOpenItems('debtors'))
        expect(result).toMatchObject([
          { invoiceNumber: 'F1', amount: '145.20', paid: '45.20', outstanding: '100.00' },
        ])
        expect(request?.content).toEqual({ ...signedIn, OpSoort: 'Debiteuren' })
      })

      it('GetSaldo, GetSaldi', async () => {
        const one = await call(version, (client) =>
          client.getBalance({ account: '1300', dateTo: '2026-12-31' }),
        )
        expect(one.result).toBe('-1234.50')
        const all = await call(version, (client) => client.getBalances())
        expect(all.result).toEqual([
          { accountId: 1, accountCode: '1300', category: 'DEB', balance: '0.00001' },
        ])
      })

      it('GetKostenplaatsen, GetArtikelen', async () => {
        const centers = await call(version, (client) => client.getCostCenters({ parentId: 3 }))
        expect(centers.result).toEqual([])
        expect(centers.request?.content).toMatchObject({ cFilter: { KostenplaatsParentID: 3 } })
        const articles = await call(version, (client) => client.getArticles({ code: 'UUR' }))
        expect(articles.result).toMatchObject([
          { id: 5, salesPriceIncl: '97.405', vatRate: '0.21', active: true },
        ])
      })
    })
  }

  it('has seen all operations', () => {
    expect(new Set(received.map(({ operation }) => operation))).toEqual(new Set(operationNames))
  })

  it('reads the faults of node-soap', async () => {
    nodeSoapResults.GetSaldo = () => {
      throw {
        Fault: { faultcode: 'soap:Client', faultstring: 'Kan het verzoek niet lezen', statusCode: 500 },
      }
    }
    expect(await errorOf(call('1.1', (client) => client.getBalance({ account: '1' })))).toMatchObject({
      kind: 'fault',
      faultCode: 'client',
      description: 'Kan het verzoek niet lezen',
    })
  })
})
