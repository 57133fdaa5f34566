import type { Business } from './business.ts'

/** A file of another program, at most 512 kB. */
export interface ImportedFile {
  kind: 'customers' | 'products'
  fileName: string
  bytes: Buffer
}

interface Import {
  id: string
  revision: number
  state: string
}

/** Hands in a file and has it read; nothing is added yet. */
export async function readImport({ api, workImports }: Business, file: ImportedFile): Promise<Import> {
  const { bytes, ...named } = file
  const begun = await api.post<Import>('/api/imports', { ...named, fileSize: bytes.length })
  await api.put(`/api/imports/${begun.id}/parts/0`, { content: bytes.toString('base64') })
  await api.post(`/api/imports/${begun.id}/reading`, { revision: begun.revision })
  await workImports()
  return inState(await api.get<Import>(`/api/imports/${begun.id}`), 'ready')
}

/** Adds what was read and is right. */
export async function applyImport({ api, workImports }: Business, { id, revision }: Import): Promise<void> {
  await api.post(`/api/imports/${id}/application`, { revision })
  await workImports()
  inState(await api.get<Import>(`/api/imports/${id}`), 'applied')
}

function inState(found: Import, state: string): Import {
  if (found.state === state) return found
  throw new Error(`An import of the scenario is ${found.state} and not ${state}.`)
}
