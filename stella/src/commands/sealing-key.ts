import { userInfo } from 'node:os'
import { retireSealingKey, type Seal, sealingKeysInUse } from '@stella/bookkeeping'
import { type Database, openDatabase, recordInstallationAudit } from '@stella/database'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import type { Configuration } from '../configuration/configuration.ts'
import { findRunning } from '../data-folder/running.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { withDatabase } from '../program/with-database.ts'
import { openSeal } from '../secrets/open-seal.ts'
import { withConfiguration } from './with-configuration.ts'

export const sealingKey = (texts: Texts) =>
  defineCommand({
    meta: { name: 'sealing-key', description: texts.program.sealingKeys.all },
    subCommands: { list: list(texts), retire: retire(texts) },
  })

/** `sealing-key list` */
const list = (texts: Texts) => {
  const words = texts.program.sealingKeys
  return defineCommand({
    meta: { name: 'list', description: words.list },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withSeal(configuration, async (parts) => {
          const [first] = parts.seal.keys
          for (const key of await sealingKeysInUse(parts)) {
            const note = key.name === first?.name ? words.isFirst : key.isKnown ? '' : words.isMissing
            console.log(`${key.name}  ${words.seals(key.connections, key.mailServers, key.books)}${note}`)
          }
        }),
      ),
  })
}

/** `sealing-key retire <name>` */
const retire = (texts: Texts) => {
  const words = texts.program.sealingKeys
  return defineCommand({
    meta: { name: 'retire', description: words.retire },
    args: { name: { type: 'positional', required: true, description: words.name } },
    run: ({ args: { name } }) =>
      withConfiguration(texts, (configuration) =>
        withSeal(configuration, async (parts, running) => {
          mayRetire(name, parts.seal, running)
          const { books, connections, mailServers } = await retireSealingKey(parts, name)
          const left = connections + mailServers
          if (left > 0) throw new ProgramFailure('sealingKeyStillUsed', [name, left])
          await recordInstallationAudit(parts.database.kysely, {
            action: 'sealing_key_retired',
            subject: name,
            by: userInfo().username,
          })
          console.log(words.retired(name))
          if (books > 0) console.log(words.recognised(books))
        }),
      ),
  })
}

/** A program that does not know the first key could not open what is sealed with it. */
function mayRetire(name: string, { keys }: Seal, running: ReturnType<typeof findRunning>): void {
  const [first] = keys
  if (!keys.some((key) => key.name === name))
    throw new ProgramFailure('sealingKeyUnknown', [name, keys.map((key) => key.name).join(', ')])
  if (name === first?.name) throw new ProgramFailure('sealingKeyIsFirst', [name])
  if (running !== undefined && running.sealingKeys?.[0] !== first?.name)
    throw new ProgramFailure('sealingKeyNotRunning', [first?.name ?? ''])
}

function withSeal(
  configuration: Configuration,
  work: (parts: { database: Database; seal: Seal }, running: ReturnType<typeof findRunning>) => Promise<void>,
): Promise<void> {
  return withDatabase(configuration, async (server, folder) => {
    const seal = await openSeal(configuration, folder)
    const url = server.logins.urlOf('stella_worker')
    const database = openDatabase({ url, role: 'stella_worker', maxConnections: 1 })
    try {
      await work({ database, seal }, findRunning(folder.runningFile))
    } finally {
      await database.close()
    }
  })
}
