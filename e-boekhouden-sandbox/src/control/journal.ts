import type { Store } from '../books/store.ts'
import { SandboxError } from '../errors.ts'
import type { Exchange, JournalFilter } from '../handle/journal.ts'
import { check } from '../inputs/check.ts'
import { journalFilter } from '../inputs/shapes.ts'
import type { Journal } from '../journal/journal.ts'
import { findAdministration, isAdministration } from './administrations.ts'

/** @throws SandboxError journal_invalid */
export function readJournal(journal: Journal, store: Store, asked: JournalFilter = {}): Exchange[] {
  const { administration, ...filter } = check(journalFilter, asked, 'journal_invalid')
  if (administration === undefined) return journal.list(filter)
  if (!isAdministration(store, administration))
    throw new SandboxError('journal_invalid', 'administration: there is none with this guid or user name')
  return journal.list({ ...filter, administration: findAdministration(store, administration).guid })
}

/** The filter of a query, whose numbers are texts. What is no number is left as it is, and refused. */
export function filterOf(query: Record<string, string>): JournalFilter {
  const numbers = ['after', 'limit']
  return Object.fromEntries(
    Object.entries(query).map(([name, text]) => [
      name,
      numbers.includes(name) && /^\d+$/.test(text) ? Number(text) : text,
    ]),
  )
}
