import { customerChanged, silentLog } from '@stella/bookkeeping'
import {
  changeImport,
  countImportRows,
  findImport,
  type ImportRow,
  type ImportWish,
  inOrganization,
  listImportRows,
  type StoredImport,
  saveImport,
  saveImportPart,
} from '@stella/database'
import type { TestDatabase } from '@stella/database/testing'
import type { ImportKind } from '../imports/import-fields.ts'
import type { ImportParts } from '../imports/import-work.ts'
import { giveUpImport, runImport } from '../imports/run-import.ts'

const PART = 500_000

/** Imports of one organization, each done in the process of the test. */
export function importsOf(db: TestDatabase, organizationId: string) {
  const database = db.database('stella_app')
  const parts: ImportParts = { database, customerChanged, log: silentLog, now: () => new Date() }
  const inOwn = <Result>(work: Parameters<typeof inOrganization<Result>>[2]) =>
    inOrganization(database, organizationId, work)
  const run = async (importId: string, mayGoOn = () => true) => {
    while ((await runImport(parts, { organizationId, importId }, mayGoOn)) === 'more');
    return look(importId)
  }
  const look = async (importId: string) =>
    inOwn(async (tx) => {
      const found = (await findImport(tx, importId)) as StoredImport
      const rows: ImportRow[] = (await listImportRows(tx, importId, { limit: 200 })).items.slice()
      return { ...found, counts: await countImportRows(tx, importId), rows }
    })
  const step = async (id: string, from: StoredImport['state'], to: StoredImport['state'], change = {}) => {
    await inOwn((tx) => changeImport(tx, id, { from: [from], to, isWish: true }, { rowsDone: 0, ...change }))
    return run(id)
  }
  const receive = (kind: ImportKind, file: string | Buffer) =>
    inOwn(async (tx) => {
      const bytes = Buffer.from(file as string)
      const given = { kind, fileName: 'lijst.csv', fileSize: Math.max(1, bytes.length) }
      const { id } = await saveImport(tx, { ...given, requestedBy: 'Marloes', at: new Date() })
      for (let at = 0; at * PART < bytes.length; at += 1) {
        const part = bytes.subarray(at * PART, (at + 1) * PART)
        await saveImportPart(tx, { importId: id, position: at, bytes: part })
      }
      await changeImport(tx, id, { from: ['receiving'], to: 'reading' })
      return id
    })
  return {
    parts,
    inOwn,
    run,
    /** Hands a file in, without reading it. */
    receive,
    read: async (kind: ImportKind, file: string | Buffer) => run(await receive(kind, file)),
    readAgain: (id: string, wished: ImportWish) => step(id, 'ready', 'reading', { wished }),
    apply: (id: string, takeChanges = false) => step(id, 'ready', 'applying', { takeChanges }),
    undo: (id: string) => step(id, 'applied', 'undoing'),
    /** Brings it into another state, does some batches of it, and gives it up, as after its last try. */
    halt: async (
      id: string,
      { after, from, to }: { from: StoredImport['state']; to: StoredImport['state']; after: number },
    ) => {
      await inOwn((tx) => changeImport(tx, id, { from: [from], to, isWish: true }, { rowsDone: 0 }))
      let batches = 0
      await runImport(parts, { organizationId, importId: id }, () => ++batches < after)
      await giveUpImport(parts, { organizationId, importId: id })
      return look(id)
    },
    /** Lets one that stands still go on, or be taken back from the start. */
    resume: async (id: string, to: 'applying' | 'undoing') => {
      const { cause } = await look(id)
      const isOther = to === 'undoing' && cause === 'adding_halted'
      await inOwn((tx) =>
        changeImport(tx, id, { from: ['halted'], to }, { cause: null, ...(isOther && { rowsDone: 0 }) }),
      )
      return run(id)
    },
  }
}
