import { hkdfSync, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const KEY_BYTES = 32

/** The keys secrets are sealed with, the newest first; new secrets use that one. */
export type SealingKeys = readonly SealingKey[]

export type SealingKey = {
  /** Derived from the key, so that it stays the same wherever the key stands. */
  readonly name: string
  /** What it was called before keys had names, by its place among those that were there. */
  readonly formerName: string
  readonly key: Buffer
}

/** How what was sealed before keys had names calls its key. */
const formerName = /^version (\d+)$/

/** The number in such a name; null in any other. */
export function versionIn(keyName: string): number | null {
  const [, version] = formerName.exec(keyName) ?? []
  return version === undefined ? null : Number(version)
}

/** Enough to tell the keys of one Stella apart, and nothing of the key itself. */
const NAME_BYTES = 4

function nameOf(key: Buffer): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'stella name of a sealing key', NAME_BYTES)).toString('hex')
}

/** What is wrong with a key; the message is fit for whoever runs Stella and never holds the key. */
export class SealingKeyError extends Error {
  override readonly name = 'SealingKeyError'
  readonly code: 'key_malformed' | 'key_file_unreadable' | 'key_file_exposed'

  constructor(code: SealingKeyError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * The sealing keys: from STELLA_SECRET_KEY if it is set, else from a file that is made at the first start.
 * The value holds one or more keys of 32 bytes as 64 hexadecimal digits or base64, separated by commas, newest
 * first.
 */
export async function loadSealingKeys(options: {
  secretKey?: string | undefined
  keyFile: string
}): Promise<SealingKeys> {
  if (options.secretKey !== undefined && options.secretKey.trim() !== '') {
    return parseSealingKeys(options.secretKey, 'STELLA_SECRET_KEY')
  }
  return parseSealingKeys(await readOrMakeKeyFile(options.keyFile), options.keyFile)
}

export function parseSealingKeys(text: string, source: string): SealingKeys {
  const keys = text.split(',').map((part) => parseKey(part.trim(), source))
  return keys.map((key, at) => ({ name: nameOf(key), formerName: `version ${keys.length - at}`, key }))
}

function parseKey(text: string, source: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (key.length !== KEY_BYTES) {
    throw new SealingKeyError(
      'key_malformed',
      `${source} must hold a key of 32 bytes, as 64 hexadecimal digits or as base64.`,
    )
  }
  return key
}

async function readOrMakeKeyFile(path: string): Promise<string> {
  try {
    return await readKeyFile(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    await makeKeyFile(path)
    return readKeyFile(path)
  }
}

async function readKeyFile(path: string): Promise<string> {
  let handle: Awaited<ReturnType<typeof open>>
  try {
    handle = await open(path, 'r')
  } catch (error) {
    if (isMissing(error)) throw error
    throw new SealingKeyError('key_file_unreadable', `The key file ${path} cannot be read.`, { cause: error })
  }
  try {
    const { mode } = await handle.stat()
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new SealingKeyError(
        'key_file_exposed',
        `Others on this machine can read the key file ${path}; give it mode 600.`,
      )
    }
    return (await handle.readFile('utf8')).trim()
  } finally {
    await handle.close()
  }
}

/** Two processes may start at once: the whole file appears under its name in one step, and the first one stays. */
async function makeKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = join(dirname(path), `.key-${randomBytes(8).toString('hex')}`)
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await chmod(draft, 0o600)
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
