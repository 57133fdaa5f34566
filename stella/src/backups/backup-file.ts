import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { BackupPart } from '@stella/database'
import { Decrypter, Encrypter } from 'age-encryption'
import { ProgramFailure } from '../failures/program-failure.ts'

/**
 * Writes a backup: a line of JSON for each part, compressed, then encrypted with age. A few parts are held in memory at
 * a time. The file has its name only once it is whole and on the disk; what was cut short keeps another.
 *
 * @param recipients public keys of age; whoever has the secret of one of them can read it
 * @returns its size in bytes
 */
export async function writeBackup(
  parts: AsyncIterable<BackupPart>,
  { file, recipients }: { file: string; recipients: readonly string[] },
): Promise<number> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const unfinished = `${file}.part`
  try {
    await pipeline(
      linesOf(parts),
      createGzip(),
      async function* (source: AsyncIterable<Uint8Array>) {
        yield* await encrypter.encrypt(asWeb(Readable.from(source)))
      },
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    )
    await rename(unfinished, file)
    await settle(dirname(file))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return (await stat(file)).size
}

async function* linesOf(parts: AsyncIterable<BackupPart>): AsyncGenerator<string> {
  for await (const part of parts) yield `${JSON.stringify(part)}\n`
}

/** A name is on the disk when its folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/**
 * Reads a backup, part by part.
 *
 * @param identities secret keys of age, of which one must be that of a recipient
 * @throws ProgramFailure `backupMissing`, `backupKeyWrong`, `backupDamaged`
 */
export async function* readBackup(file: string, identities: readonly string[]): AsyncGenerator<BackupPart> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const source = createReadStream(file)
  const gunzip = createGunzip()
  try {
    const plain = await decrypter.decrypt(asWeb(source))
    const unpacked = pipeline(plain, gunzip)
    unpacked.catch(() => {}) // it ends the reading below as well, which tells
    for await (const line of linesIn(gunzip)) yield JSON.parse(line) as BackupPart
    await unpacked
  } catch (error) {
    throw failureOfReading(error, file)
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** What age reads; of a stream of Node that gives bytes. */
function asWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}

/** Lines end with a line feed alone: other characters that end one elsewhere may stand in what people typed. */
async function* linesIn(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function failureOfReading(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error
  const { code, message } = error as Error & { code?: string }
  if (code === 'ENOENT') return new ProgramFailure('backupMissing', [file], error)
  if (/no identity matched/i.test(message)) return new ProgramFailure('backupKeyWrong', [file], error)
  const isDamage = code?.startsWith('Z_') || code === undefined || error instanceof SyntaxError
  return isDamage ? new ProgramFailure('backupDamaged', [file, message], error) : error
}
