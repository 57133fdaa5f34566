import {
  changeImport,
  countImportRows,
  countOpenImports,
  deleteImport,
  findConnection,
  findImport,
  findImportRow,
  type ImportWish,
  inOrganization,
  listImportRows,
  listImports,
  receivedOf,
  type StoredImport,
  saveImport,
  saveImportMapping,
  saveImportPart,
  saveImportRows,
  type Transaction,
} from '@stella/database'
import { hashOfColumns, isImportField, judgeRows, type RowCells } from '@stella/transfer'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './contract.ts'
import { presentImport, presentImportDetail, presentImportRow, undoUntil } from './present.ts'

/** More that wait for a person would only fill the database. */
const MOST_OPEN = 50

/** Files of other programs: handing them in, looking at what they would bring, adding it and taking it back. */
export function importRoutes(app: App, { databases, imports, now, pages }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const present = async (tx: Transaction, found: StoredImport, request: FastifyRequest) =>
    presentImportDetail(found, await countImportRows(tx, found.id), languageOf(request))
  /** Brings it into a state in which there is work, and has that done. */
  const have = async (
    tx: Transaction,
    request: FastifyRequest,
    id: string,
    step: Parameters<typeof changeImport>[2],
    change: Parameters<typeof changeImport>[3],
  ) => {
    const changed = await changeImport(tx, id, { ...step, isWish: true }, change)
    if (changed === null) throw new ApiError('changed_meanwhile')
    await imports.queue(tx, { organizationId: organizationOf(request).id, importId: id })
    return present(tx, changed, request)
  }

  app.get('/api/imports', contract.listImports, async (request) =>
    pages.read(
      { list: 'imports', owner: organizationOf(request).id },
      request.query,
      (query) => inOwn(request, (tx) => listImports(tx, query)),
      (found) => presentImport(found, languageOf(request)),
    ),
  )

  app.post('/api/imports', contract.createImport, async (request, reply) => {
    const answer = await inOwn(request, async (tx) => {
      if ((await countOpenImports(tx)) >= MOST_OPEN) throw new ApiError('too_many_imports')
      const found = await saveImport(tx, { ...request.body, requestedBy: nameOfCaller(request), at: now() })
      return present(tx, found, request)
    })
    return reply.code(201).send(answer)
  })

  app.post('/api/imports/books', contract.importFromBooks, async (request, reply) => {
    const { kind } = request.body
    const answer = await inOwn(request, async (tx) => {
      if ((await countOpenImports(tx)) >= MOST_OPEN) throw new ApiError('too_many_imports')
      const connection = await findConnection(tx)
      if (connection === null || connection.state === 'disconnected') throw new ApiError('not_connected')
      const { books_id: booksId, books_name: fileName } = connection
      const given = { kind, fileName, fileSize: 1, booksId, requestedBy: nameOfCaller(request), at: now() }
      const { id } = await saveImport(tx, given)
      return have(tx, request, id, { from: ['receiving'], to: 'reading' }, { rowsDone: 0 })
    })
    imports.wake()
    return reply.code(201).send(answer)
  })

  app.get('/api/imports/:id', contract.getImport, async (request) =>
    inOwn(request, async (tx) => present(tx, await importOf(tx, request.params.id), request)),
  )

  app.delete('/api/imports/:id', contract.deleteImport, async (request, reply) => {
    await inOwn(request, async (tx) => {
      await importOf(tx, request.params.id)
      if (!(await deleteImport(tx, request.params.id))) throw new ApiError('import_elsewhere')
    })
    return reply.code(204).send()
  })

  app.put('/api/imports/:id/parts/:position', contract.saveImportPart, async (request, reply) => {
    const { id: importId, position } = request.params
    const bytes = bytesOf(request.body.content)
    await inOwn(request, async (tx) => {
      await importOf(tx, importId)
      if (!(await saveImportPart(tx, { importId, position, bytes }))) throw new ApiError('import_elsewhere')
    })
    return reply.code(204).send()
  })

  app.post('/api/imports/:id/reading', contract.readImport, async (request) => {
    const { id } = request.params
    const { revision, ...wish } = request.body
    const answer = await inOwn(request, async (tx) => {
      const found = await importOf(tx, id)
      if (found.state === 'receiving' && (await receivedOf(tx, id)) !== found.fileSize)
        throw new ApiError('import_incomplete')
      refuseOtherState(found, ['receiving', 'ready', 'refused'])
      const wished = wishOf(found, wish)
      if (wish.fields !== undefined && found.reading !== null) {
        const columnsHash = hashOfColumns(found.reading.titles)
        await saveImportMapping(tx, { kind: found.kind, columnsHash, fields: wish.fields })
      }
      const step = { from: ['receiving', 'ready', 'refused'], to: 'reading', revision } as const
      return have(tx, request, id, step, { wished, rowsDone: 0, cause: null })
    })
    imports.wake()
    return answer
  })

  app.get('/api/imports/rows', contract.listImportRows, async (request) => {
    const { importId, ...query } = request.query
    return pages.read(
      { list: `import rows ${importId}`, owner: organizationOf(request).id },
      query,
      (asked) => inOwn(request, (tx) => listImportRows(tx, importId, asked)),
      (row) => presentImportRow(row, languageOf(request)),
    )
  })

  app.put('/api/imports/:id/rows/:position', contract.mendImportRow, async (request) => {
    const { id, position } = request.params
    return inOwn(request, async (tx) => {
      const found = await importOf(tx, id)
      refuseOtherState(found, ['ready'])
      const row = await findImportRow(tx, id, position)
      if (row === undefined) throw new ApiError('not_found')
      const mended = { ...row.mended, ...fieldsOf(found, request.body.cells) }
      const [judged] = await judgeRows(tx, found, [{ position, cells: row.cells as RowCells, mended }])
      if (judged === undefined) throw new ApiError('not_found')
      // Its state holds until this is committed: what is being added is mended no more.
      if ((await changeImport(tx, id, { from: ['ready'], to: 'ready' })) === null)
        throw new ApiError('import_elsewhere')
      await saveImportRows(tx, id, [judged.row])
      return presentImportRow(judged.row, languageOf(request))
    })
  })

  app.post('/api/imports/:id/application', contract.applyImport, async (request) => {
    const { id } = request.params
    const { revision, takeChanges, wholly } = request.body
    const answer = await inOwn(request, async (tx) => {
      const found = await importOf(tx, id)
      if (found.state === 'applying' || found.state === 'applied') return present(tx, found, request)
      refuseOtherState(found, ['ready'])
      if (wholly && (await countImportRows(tx, id)).wrong > 0) throw new ApiError('import_has_wrong_rows')
      const step = { from: ['ready'], to: 'applying', revision } as const
      return have(tx, request, id, step, { takeChanges, rowsDone: 0 })
    })
    imports.wake()
    return answer
  })

  app.post('/api/imports/:id/undoing', contract.undoImport, async (request) => {
    const { id } = request.params
    const answer = await inOwn(request, async (tx) => {
      const found = await importOf(tx, id)
      if (found.state === 'undoing' || found.state === 'undone') return present(tx, found, request)
      refuseOtherState(found, ['applied', 'halted'])
      if (found.state === 'applied' && (undoUntil(found) ?? now()) <= now())
        throw new ApiError('import_too_old')
      const step = { from: ['applied', 'halted'], to: 'undoing' } as const
      return have(tx, request, id, step, { rowsDone: 0, cause: null })
    })
    imports.wake()
    return answer
  })

  app.post('/api/imports/:id/resumption', contract.resumeImport, async (request) => {
    const { id } = request.params
    const answer = await inOwn(request, async (tx) => {
      const found = await importOf(tx, id)
      if (found.state === 'applying' || found.state === 'undoing') return present(tx, found, request)
      refuseOtherState(found, ['halted'])
      const to = found.cause === 'undoing_halted' ? 'undoing' : 'applying'
      return have(tx, request, id, { from: ['halted'], to }, { cause: null })
    })
    imports.wake()
    return answer
  })
}

async function importOf(tx: Transaction, id: string): Promise<StoredImport> {
  const found = await findImport(tx, id)
  if (found === undefined) throw new ApiError('not_found')
  return found
}

function refuseOtherState({ state }: StoredImport, wanted: readonly StoredImport['state'][]): void {
  if (!wanted.includes(state)) throw new ApiError('import_elsewhere')
}

function bytesOf(content: string): Uint8Array {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > 0 && bytes.toString('base64') === content) return bytes
  throw new ApiError('invalid_fields', { fields: [{ path: 'content', code: 'invalid' }] })
}

/** What is wished now in the place of what was wished before. */
function wishOf(
  { kind, wished }: StoredImport,
  {
    fields,
    payment,
    vatTreatment,
    ...others
  }: { [Part in keyof ImportWish]?: ImportWish[Part] | null | undefined },
): ImportWish {
  const unknown = (fields ?? []).findIndex((field) => field !== null && !isImportField(kind, field))
  if (unknown >= 0)
    throw new ApiError('invalid_fields', { fields: [{ path: `fields.${unknown}`, code: 'choice_unknown' }] })
  const said = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined))
  const { payment: paymentBefore, vatTreatment: before, ...kept } = wished
  const treatment = vatTreatment === undefined ? before : (vatTreatment ?? undefined)
  const standing = payment === undefined ? paymentBefore : (payment ?? undefined)
  return {
    ...kept,
    ...said,
    ...(fields && { fields }),
    ...(treatment !== undefined && { vatTreatment: treatment }),
    ...(standing !== undefined && { payment: standing }),
  }
}

function fieldsOf(
  { kind }: StoredImport,
  cells: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(cells).find((field) => !isImportField(kind, field))
  if (unknown === undefined)
    return Object.fromEntries(
      Object.entries(cells).map(([field, text]) => [field, text.replaceAll('\0', '').toWellFormed()]),
    )
  throw new ApiError('invalid_fields', { fields: [{ path: 'cells', code: 'unknown_field' }] })
}
