import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { ApiFailure } from '../api/failure.ts'
import type { ImportSearch, NewImportSearch } from '../routing/paths.ts'

export type ImportSummary = Schemas['Import']
export type ImportDetail = Schemas['ImportDetail']
export type ImportRow = Schemas['ImportRow']
export type ImportKind = ImportSummary['kind']
export type Fate = ImportRow['fate']
export type ReadingWish = Omit<NonNullable<Parameters<typeof readImport>[1]>, 'revision'>

/** What stands in the address for each kind. */
export const kindNames = {
  customers: {},
  products: { soort: 'producten' },
  invoices: { soort: 'facturen' },
} as const satisfies Readonly<Record<ImportKind, NewImportSearch>>

/** The states in which something goes on by itself. */
export const busyStates: readonly ImportSummary['state'][] = ['reading', 'applying', 'undoing']

/** While something goes on the page looks this often how far it is. */
const lookMs = 1_000

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(
      api.GET('/api/imports', { params: { query: { ...(pageParam && { cursor: pageParam }) } }, signal }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) =>
      query.state.data && busyStates.includes(query.state.data.state) ? lookMs : false,
  })
}

/** What stands in the address for each fate. */
export const fateNames: Readonly<Record<Fate, NonNullable<ImportSearch['rijen']>>> = {
  wrong: 'fout',
  changed: 'gewijzigd',
  new: 'nieuw',
  same: 'hetzelfde',
}

export function importRowsQuery(importId: string, state: string, { rijen, zoek }: ImportSearch) {
  const fate = (Object.keys(fateNames) as Fate[]).find((known) => fateNames[known] === rijen)
  return infiniteQueryOptions({
    // Another state has other rows; while it is read they would only flicker.
    queryKey: ['imports', 'rows', importId, state, { fate, zoek }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/imports/rows', {
          params: {
            query: {
              importId,
              limit: 25,
              ...(fate && { fate }),
              ...(zoek && { search: zoek }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** As much as goes in one request. */
const partBytes = 524_288

/** The largest file that is taken. */
export const largestFile = 33_554_432

/**
 * Hands a file in, part after part, and has it read.
 *
 * @param onSent told how much of it is there, from 0 to 1
 */
export async function handIn(
  { file, kind }: { file: File; kind: ImportKind },
  onSent: (share: number) => void,
): Promise<ImportDetail> {
  onSent(0)
  const begun = await dataOf(
    api.POST('/api/imports', { body: { kind, fileName: file.name, fileSize: file.size } }),
  )
  const { id, revision } = begun
  for (let position = 0; position * partBytes < file.size; position += 1) {
    const part = file.slice(position * partBytes, (position + 1) * partBytes)
    const body = { content: await base64Of(part) }
    await dataOf(api.PUT('/api/imports/{id}/parts/{position}', { params: { path: { id, position } }, body }))
    onSent(Math.min(1, ((position + 1) * partBytes) / file.size))
  }
  return readImport(id, { revision })
}

/** Has the relations or articles of the linked books read. */
export function importFromBooks(kind: 'customers' | 'products'): Promise<ImportDetail> {
  return dataOf(api.POST('/api/imports/books', { body: { kind } }))
}

function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    // The file was changed or taken away while it was read.
    reader.onerror = () => reject(ApiFailure.unreachable(reader.error))
    reader.readAsDataURL(part)
  })
}

export function readImport(
  id: string,
  body: { revision: number } & Partial<
    Pick<Schemas['ImportReading'], 'dates' | 'decimals' | 'payment' | 'vatTreatment'> & {
      encoding: NonNullable<Schemas['ImportReading']['encoding']>
      delimiter: NonNullable<Schemas['ImportReading']['delimiter']>
      fields: (string | null)[]
    }
  >,
): Promise<ImportDetail> {
  return dataOf(api.POST('/api/imports/{id}/reading', { params: { path: { id } }, body }))
}

export function mendRow(
  id: string,
  { position, cells }: { position: number; cells: Record<string, string> },
): Promise<ImportRow> {
  return dataOf(
    api.PUT('/api/imports/{id}/rows/{position}', { params: { path: { id, position } }, body: { cells } }),
  )
}

export function applyImport(
  id: string,
  body: { revision: number; takeChanges: boolean; wholly: boolean },
): Promise<ImportDetail> {
  return dataOf(api.POST('/api/imports/{id}/application', { params: { path: { id } }, body }))
}

export function undoImport(id: string): Promise<ImportDetail> {
  return dataOf(api.POST('/api/imports/{id}/undoing', { params: { path: { id } } }))
}

/** Goes on with one that stands still. */
export function resumeImport(id: string): Promise<ImportDetail> {
  return dataOf(api.POST('/api/imports/{id}/resumption', { params: { path: { id } } }))
}

export function deleteImport(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/imports/{id}', { params: { path: { id } } }))
}
