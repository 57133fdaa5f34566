import { silentLog } from '@stella/bookkeeping'
import {
  archiveCustomer,
  attachToDraft,
  deleteExport,
  exportFile,
  finalizeInvoice,
  findExport,
  inOrganization,
  recordActivity,
  saveCustomer,
  saveDraft,
  saveExport,
  saveExportPart,
} from '@stella/database'
import {
  customerContent,
  invoiceContent,
  type TestDatabase,
  testDatabase,
  testOrganization,
} from '@stella/database/testing'
import { openTypesetting } from '@stella/documents'
import { parsePlainDate } from '@stella/invoicing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpacked } from '../testing/unpacked.ts'
import { runExport } from './run-export.ts'

let db: TestDatabase
const typesetting = openTypesetting()
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  await typesetting.close()
  await db.close()
})

const [from, until] = [parsePlainDate('2026-01-01'), parsePlainDate('2026-12-31')]

async function office() {
  const organizationId = await testOrganization(db)
  const database = db.database('stella_app')
  const own = <Result>(work: Parameters<typeof inOrganization<Result>>[2]) =>
    inOrganization(database, organizationId, work)
  let at = new Date('2026-11-30T12:00:00Z')
  const parts = { database, typesetting, log: silentLog, now: () => at }
  const wish = (withDocuments: boolean) =>
    own((tx) => saveExport(tx, { from, until, withDocuments, language: 'nl', requestedBy: null, at }))
  return {
    organizationId,
    own,
    wish,
    run: (exportId: string) => runExport(parts, { organizationId, exportId }),
    found: (id: string) => own((tx) => findExport(tx, id)),
    letPass: (days: number) => {
      at = new Date(at.getTime() + days * 86_400_000)
    },
    file: async (id: string) => {
      const pieces: Uint8Array[] = []
      for await (const piece of exportFile(database, organizationId, id)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
  }
}

test('an archive holds everything of its period, and says of each file and column what it is', async () => {
  const { file, found, own, run, wish } = await office()
  const number = await own(async (tx) => {
    const { id } = await saveCustomer(tx, customerContent({ name: 'Café «De Zwaan»', kvkNumber: '12345678' }))
    await archiveCustomer(tx, {
      id: (await saveCustomer(tx, customerContent({ name: 'Van vroeger' }))).id,
      archived: true,
    })
    const draft = await saveDraft(tx, invoiceContent(id, { description: '=1+1' }))
    await saveDraft(tx, invoiceContent(id, { description: 'Nog een concept' }))
    await saveDraft(tx, invoiceContent(id, { invoiceDate: parsePlainDate('2025-12-31') }))
    const [data, at] = [Buffer.from('%PDF foto'), new Date()]
    await attachToDraft(tx, draft.id, { name: 'foto.pdf', format: 'pdf', data, by: null, at })
    const { number } = await finalizeInvoice(tx, { invoiceId: draft.id })
    await recordActivity(tx, {
      kind: 'customer_archived',
      subjectId: id,
      at: new Date('2026-05-01T12:00:00Z'),
      parameters: { customer: 'Café', by: null },
    })
    return number
  })
  const { id } = await wish(true)
  expect(await run(id)).toEqual(new Date('2026-12-07T12:00:00Z'))
  expect(await found(id)).toMatchObject({ state: 'ready', invoicesDone: 1, invoicesTotal: 1 })
  const bytes = await file(id)
  expect(BigInt(bytes.length)).toBe((await found(id))?.size)
  const files = await unpacked(bytes)
  expect([...files.keys()].sort()).toEqual(
    [
      'boekingen.csv',
      'factuurregels.csv',
      'facturen.csv',
      'inhoud.html',
      'klanten.csv',
      'logboek.csv',
      'producten.csv',
      `facturen/factuur-${number}.pdf`,
      `facturen/factuur-${number}.xml`,
      `bijlagen/${number}/foto.pdf`,
    ].sort(),
  )
  const textOf = (name: string) => files.get(name)?.toString('utf8') ?? ''
  const rowsOf = (name: string) => textOf(name).split('\r\n').slice(1, -1)
  expect(rowsOf('klanten.csv')).toEqual([
    expect.stringContaining('Café «De Zwaan»'),
    expect.stringMatching(/^Van vroeger.*;ja$/),
  ])
  expect(rowsOf('facturen.csv')).toEqual([
    expect.stringContaining('Nog een concept'),
    expect.stringMatching(
      new RegExp(`^${number};Factuur;Café «De Zwaan»;12345678;.*;'=1\\+1;.*;100,00;21,00;121,00;121,00;;$`),
    ),
  ])
  expect(rowsOf('factuurregels.csv')).toHaveLength(2)
  expect(rowsOf('logboek.csv')).toEqual([expect.stringContaining('Klant Café is gearchiveerd')])
  expect(textOf(`facturen/factuur-${number}.pdf`).slice(0, 5)).toBe('%PDF-')
  expect(textOf(`facturen/factuur-${number}.xml`)).toContain(`<cbc:ID>${number}</cbc:ID>`)
  expect(textOf(`bijlagen/${number}/foto.pdf`)).toBe('%PDF foto')
  const index = textOf('inhoud.html')
  for (const name of ['klanten', 'producten', 'facturen', 'factuurregels', 'boekingen', 'logboek']) {
    expect(index).toContain(`${name}.csv`)
    // Every column of a file is described.
    for (const title of textOf(`${name}.csv`).slice(1).split('\r\n')[0]?.split(';') ?? [])
      expect(index, `${name}: ${title}`).toMatch(
        new RegExp(`<th scope="row">${title.replaceAll(/[()]/g, '.')}</th><td>[^<]+</td>`),
      )
  }
})

test('an archive that broke off is made anew, and goes after a week', async () => {
  const { file, found, letPass, own, run, wish } = await office()
  const { id } = await wish(false)
  await own((tx) =>
    saveExportPart(tx, { exportId: id, position: 0, bytes: Buffer.from('half of what died') }),
  )
  await run(id)
  expect([...(await unpacked(await file(id))).keys()]).toContain('klanten.csv')
  letPass(6)
  expect(await run(id)).toEqual(new Date('2026-12-07T12:00:00Z'))
  letPass(2)
  expect(await run(id)).toBe(null)
  expect(await found(id)).toBe(undefined)
  expect((await file(id)).length).toBe(0)
})

test('one archive of an organization is made at a time, and one that is deleted ends', async () => {
  const { own, run, wish } = await office()
  const { id } = await wish(false)
  await expect(wish(false)).rejects.toMatchObject({ code: 'export_under_way' })
  await own((tx) => deleteExport(tx, id))
  expect(await run(id)).toBe(null)
  await wish(false)
})
