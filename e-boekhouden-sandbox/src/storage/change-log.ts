import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Change } from '../books/changes.ts'
import { SandboxError } from '../errors.ts'
import { lockFolder } from './folder-lock.ts'

/** Where changes are kept. One call of `append` is kept whole or not at all. */
export interface ChangeLog {
  /** `durable`: on disk before it returns. Otherwise a loss of power may lose it; the end of the process may not. */
  append(changes: readonly Change[], durable: boolean): void
  /** Replaces everything kept so far. */
  replace(changes: readonly Change[]): void
  close(): void
}

/** The form of the file, one higher with each new kind of change. A newer program may write a higher one; this one
 * then keeps its hands off. 2: the use of a session. 3: accounts and mutations taken out, mutations changed. */
const formatVersion = 3
const header = JSON.stringify({ program: 'e-boekhouden-sandbox', format: formatVersion })

/** What a folder held when it was opened. */
interface KeptChanges {
  changes: Change[]
  commits: number
  older: boolean
}

export const memoryLog: ChangeLog = { append: () => {}, replace: () => {}, close: () => {} }

/**
 * Opens the books of a folder: one JSON line per commit in `books.jsonl`, the changes of one request together.
 * A last line that is not whole was never acknowledged, and is cut off. `older`: the file has an earlier form and is to
 * be replaced before anything is appended.
 * @throws SandboxError books_in_use, books_of_newer_version, books_damaged, books_not_writable
 */
export function openChangeLog(folder: string): KeptChanges & { log: ChangeLog } {
  const file = join(folder, 'books.jsonl')
  const unlock = prepareFolder(folder)
  try {
    if (!existsSync(file)) writeWhole(file, [])
    const { end, ...kept } = readLog(file)
    let descriptor = openSync(file, 'r+')
    ftruncateSync(descriptor, end)
    let position = end
    const log: ChangeLog = {
      append(batch, durable) {
        if (batch.length === 0) return
        position = appendLine(descriptor, position, `${JSON.stringify(batch)}\n`)
        if (durable) fdatasyncSync(descriptor)
      },
      replace(all) {
        closeSync(descriptor)
        writeWhole(file, all)
        descriptor = openSync(file, 'r+')
        position = statSync(file).size
      },
      close() {
        fsyncSync(descriptor)
        closeSync(descriptor)
        unlock()
      },
    }
    return { log, ...kept }
  } catch (error) {
    unlock()
    throw error
  }
}

function prepareFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return lockFolder(folder)
  } catch (error) {
    if (error instanceof SandboxError) throw error
    throw new SandboxError('books_not_writable', `(${folder})`, error)
  }
}

/** At a given place, so that a write that failed halfway is written over by the next. */
function appendLine(descriptor: number, position: number, line: string): number {
  const bytes = Buffer.from(line)
  let written = 0
  while (written < bytes.byteLength) {
    written += writeSync(descriptor, bytes, written, bytes.byteLength - written, position + written)
  }
  return position + bytes.byteLength
}

function readLog(file: string): KeptChanges & { end: number } {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(0x0a) + 1
  const [first = '', ...lines] = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
  const older = checkHeader(first) < formatVersion
  const changes: Change[] = []
  for (const [at, line] of lines.entries()) {
    try {
      changes.push(...(JSON.parse(line) as Change[]))
    } catch (error) {
      // A crash of the machine may leave the last lines torn although a line break follows them.
      if (at < lines.length - 1) throw new SandboxError('books_damaged', `(line ${at + 2} of ${file})`, error)
      return { changes, commits: at, older, end: end - Buffer.byteLength(`${line}\n`) }
    }
  }
  return { changes, commits: lines.length, older, end }
}

/** @returns the form of the file */
function checkHeader(line: string): number {
  const format: unknown = (() => {
    try {
      return (JSON.parse(line) as { format?: unknown }).format
    } catch {
      return undefined
    }
  })()
  if (typeof format !== 'number') throw new SandboxError('books_damaged', '(the first line)')
  if (format > formatVersion) throw new SandboxError('books_of_newer_version')
  return format
}

/** Written beside it and moved into place: at every moment one whole file is there. */
function writeWhole(file: string, changes: readonly Change[]): void {
  const beside = `${file}.new`
  const commit = changes.length === 0 ? '' : `${JSON.stringify(changes)}\n`
  writeFileSync(beside, `${header}\n${commit}`, { mode: 0o600, flush: true })
  renameSync(beside, file)
  syncFolder(dirname(file))
}

function syncFolder(folder: string): void {
  // Windows cannot open folders; its rename is durable enough for practice books.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
