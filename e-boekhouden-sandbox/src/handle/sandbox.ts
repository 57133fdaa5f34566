import type { AdministrationAccess, AdministrationChange, NewAdministration } from './administration.ts'
import type { Bookkeeper } from './bookkeeper.ts'
import type { BooksSnapshot } from './books.ts'
import type { Faults } from './faults.ts'
import type { Exchange, JournalFilter } from './journal.ts'
import type { Settings } from './settings.ts'

export interface SandboxOptions {
  /** 127.0.0.1 when absent. */
  host?: string
  /** A free one when absent. */
  port?: number
  /** The folder the books are kept in; without it they live in memory and end with the process. */
  dataFolder?: string
  /** The first administration; what is absent is drawn, and kept with the books. */
  administration?: NewAdministration
  /** The control API and the faults. When absent: on, if `host` is a loopback address. */
  control?: boolean
  /** The address clients reach it by, when it is not `http://host:port`; stands in the WSDL. */
  publicUrl?: string
  settings?: Partial<Settings>
  /** Exchanges kept in the journal; the oldest are dropped. 2,000 when absent. */
  journalSize?: number
  /** The time the sandbox lives in, until its clock is set. */
  now?: () => Date
}

/** A running sandbox, for tests in the same process. The control API of a sandbox elsewhere offers the same. */
export interface Sandbox {
  /** Its screens, without a slash at the end. */
  url: string
  /** `url` + /soap.asmx; its WSDL is at `?WSDL`. */
  soapUrl: string
  /** The first administration. */
  administration: AdministrationAccess
  /** In the order they were made. */
  administrations(): AdministrationAccess[]
  addAdministration(administration?: NewAdministration): AdministrationAccess
  changeAdministration(change: AdministrationChange, administration?: string): AdministrationAccess
  /** Draws a new code 1, as a changed password does at the real service. */
  changePassword(administration?: string): AdministrationAccess
  /** The books of the administration with this guid, or of the first. */
  books(administration?: string): BooksSnapshot
  /** A person at the books of that administration, or of the first. */
  bookkeeper(administration?: string): Bookkeeper
  faults: Faults
  /** Oldest first. */
  journal(filter?: JournalFilter): Exchange[]
  settings: { get(): Settings; change(settings: Partial<Settings>): void }
  clock: SandboxClock
  /** As new: empty books, no faults, no journal; the first administration keeps its codes. */
  reset(): void
  /** Ends open connections and writes away what is not yet written. */
  close(): Promise<void>
}

export interface SandboxClock {
  now(): Date
  /** The clock jumps there and runs on. @throws SandboxError clock_invalid outside 1980 through 2049 */
  set(instant: Date): void
  /** Back, when the number is negative. @throws SandboxError clock_invalid as `set` */
  advance(seconds: number): void
  /** Back to the time of the machine. */
  follow(): void
}
