import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { afterAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { isEBoekhoudenError } from './errors/errors.ts'
import { operationNames } from './service/operation-names.ts'
import { recordingClient } from './testing/recording-client.ts'
import * as some from './testing/request-arbitraries.ts'
import { sharedMaterial } from './testing/shared-material.ts'
import type { TransportRequest } from './transport/transport.ts'
import { parseXml } from './xml/parse.ts'

const wsdl = sharedMaterial('soap.wsdl')

/** Every kind of call that the client has, with any values that its types allow. */
const calls: fc.Arbitrary<(client: Client) => Promise<unknown>> = fc.oneof(
  some.newMutation.map((mutation) => (client: Client) => client.addMutation(mutation)),
  some.mutationFilter.map((filter) => (client: Client) => client.getMutations(filter)),
  some.newRelation.map((relation) => (client: Client) => client.addRelation(relation)),
  some.relation.map((relation) => (client: Client) => client.updateRelation(relation)),
  some.newLedgerAccount.map((account) => (client: Client) => client.addLedgerAccount(account)),
  some.newLedgerAccount.map(
    (account) => (client: Client) => client.updateLedgerAccount({ ...account, id: 7 }),
  ),
  some.newInvoice.map((invoice) => (client: Client) => client.addInvoice(invoice)),
  some.invoiceFilter.map((filter) => (client: Client) => client.getInvoices(filter)),
  some.text(50, 1).map((guid) => (client: Client) => client.openSessionSub(guid)),
  fc
    .constantFrom('debtors' as const, 'creditors' as const)
    .map((side) => (client: Client) => client.getOpenItems(side)),
  fc.tuple(some.text(10, 1), some.otherFilter).map(
    ([account, filter]) =>
      (client: Client) =>
        client.getBalance({ ...filter, account }),
  ),
  some.otherFilter.map((filter) => (client: Client) => client.getBalances(filter)),
  some.otherFilter.map((filter) => (client: Client) => client.getLedgerAccounts(filter)),
  some.otherFilter.map((filter) => (client: Client) => client.getRelations(filter)),
  some.otherFilter.map((filter) => (client: Client) => client.getCostCenters(filter)),
  some.otherFilter.map((filter) => (client: Client) => client.getArticles(filter)),
  fc.constantFrom(
    (client: Client) => client.openSession(),
    (client: Client) => client.autoLogin(),
    (client: Client) => client.getAdministrations(),
    async (client: Client) => {
      await client.openSession()
      await client.closeSession()
    },
  ),
)

describe.runIf(wsdl)('every request that the client can make', () => {
  const schema = (wsdl ?? '<s:schema></s:schema>').match(/<s:schema[\s\S]*<\/s:schema>/)?.[0]
  const withNamespaces = (schema ?? '').replace(
    '<s:schema',
    '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="http://www.e-boekhouden.nl/soap"',
  )
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(withNamespaces))
  const seen = new Set<string>()
  afterAll(() => validator.dispose())

  function validate(body: string): void {
    const content = body.slice(
      body.indexOf('<soap:Body>') + '<soap:Body>'.length,
      body.indexOf('</soap:Body>'),
    )
    seen.add(content.match(/^<(\w+)/)?.[1] ?? '')
    const instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    const document = XmlDocument.fromString(content.replace(/^<\w+/, `$& ${instance}`))
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }

  it('is valid by the schema of the WSDL', async () => {
    await fc.assert(
      fc.asyncProperty(calls, fc.constantFrom('1.1' as const, '1.2' as const), async (call, version) => {
        const sent: TransportRequest[] = []
        await call(recordingClient(sent, { soapVersion: version })).catch((error: unknown) => {
          if (!isEBoekhoudenError(error) || error.kind === 'invalid_request') throw error
        })
        expect(sent.length).toBeGreaterThan(0)
        for (const { body } of sent) validate(body)
      }),
      { numRuns: 1_500 },
    )
  })

  it('was among those tried, for each of the operations', () => {
    expect([...seen].sort()).toEqual([...operationNames].sort())
  })

  it('would be found out if it were not: a day without its time, an element out of order', () => {
    const sound =
      '<soap:Body><GetFacturen xmlns="http://www.e-boekhouden.nl/soap"><cFilter>' +
      '<DatumVan>2026-01-01T00:00:00</DatumVan><DatumTm>2026-01-01T00:00:00</DatumTm></cFilter></GetFacturen></soap:Body>'
    expect(() => validate(sound)).not.toThrow()
    expect(() => validate(sound.replace('01T00:00:00', '01'))).toThrow()
    expect(() => validate(sound.replace(/(<DatumVan.*DatumVan>)(<DatumTm.*DatumTm>)/, '$2$1'))).toThrow()
  })
})

describe('texts', () => {
  it('arrive as they were given, whatever characters they have', async () => {
    await fc.assert(
      fc.asyncProperty(some.text(200, 1), async (description) => {
        const sent: TransportRequest[] = []
        const [mutation] = fc.sample(some.newMutation, 1)
        if (!mutation) throw new Error('no mutation')
        await recordingClient(sent)
          .addMutation({ ...mutation, description })
          .catch(() => undefined)
        const root = await parseXml(sent.at(-1)?.body ?? '')
        const oMut = root.children[0]?.children[0]?.children.find(({ name }) => name === 'oMut')
        expect(oMut?.children.find(({ name }) => name === 'Omschrijving')?.text).toBe(description)
      }),
      { numRuns: 200 },
    )
  })
})

describe('headers', () => {
  for (const [version, expected] of [
    [
      '1.1',
      {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: '"http://www.e-boekhouden.nl/soap/OpenSession"',
      },
    ],
    [
      '1.2',
      {
        'content-type':
          'application/soap+xml; charset=utf-8; action="http://www.e-boekhouden.nl/soap/OpenSession"',
      },
    ],
  ] as const) {
    it(`are those of SOAP ${version}`, async () => {
      const sent: TransportRequest[] = []
      await recordingClient(sent, { soapVersion: version }).openSession()
      expect(sent[0]?.headers).toMatchObject(expected)
    })
  }
})
