import { type BooksCompared, compareRestored, eBoekhoudenAt, systemClock } from '@stella/bookkeeping'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import type { Books } from '../configuration/configuration.ts'
import { findRunning } from '../data-folder/running.ts'
import { withDatabase } from '../program/with-database.ts'
import { openSeal } from '../secrets/open-seal.ts'
import { eachOrganization } from './each-organization.ts'
import { withConfiguration } from './with-configuration.ts'

/**
 * `compare-books`: after a restore, reads in the books of every organization what was booked since the backup, and lets
 * its connection go on; ends with 1 where books could not be read.
 */
export const compareBooks = (texts: Texts) => {
  const words = texts.program.backups
  return defineCommand({
    meta: { name: 'compare-books', description: words.compareBooks },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withDatabase(configuration, async ({ logins }, folder) => {
          const seal = await openSeal(configuration, folder)
          const openBooks = eBoekhoudenAt(
            soapUrlOf(configuration.books, findRunning(folder.runningFile)?.sandboxUrl),
          )
          await eachOrganization(logins, async ({ app, worker }, { id, name }) => {
            const parts = { app, worker, openBooks, seal, clock: systemClock }
            const compared = await compareRestored(parts, { organizationId: id, reason: words.reason })
            if (compared.outcome === 'not_read') process.exitCode = 1
            if (compared.outcome !== 'nothing_to_compare') console.log(sentenceOf(name, compared, texts))
          })
        }),
      ),
  })
}

function soapUrlOf(books: Books, sandboxUrl: string | undefined): string {
  if (books.kind === 'service') return books.soapUrl
  return new URL('/soap.asmx', sandboxUrl ?? `http://127.0.0.1:${books.port}`).href
}

function sentenceOf(
  name: string,
  compared: Exclude<BooksCompared, { outcome: 'nothing_to_compare' }>,
  texts: Texts,
): string {
  const words = texts.program.backups
  switch (compared.outcome) {
    case 'compared':
      return words.compared(name, compared.recovered.join(', '), compared.gone.join(', '))
    case 'not_connected':
      return words.notConnected(name)
    case 'not_read':
      return words.notRead(name, compared.cause === null ? '' : texts.causes[compared.cause].what)
  }
}
