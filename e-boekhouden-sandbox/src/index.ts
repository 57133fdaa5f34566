export type {
  AdministrationAccess,
  AdministrationChange,
  NewAdministration,
} from './handle/administration.ts'
export type {
  Bookkeeper,
  LedgerCategory,
  MutationKindByHand,
  NewAccount,
  NewMutation,
  NewMutationLine,
  NewPayment,
  NewRelation,
  RelationChange,
} from './handle/bookkeeper.ts'
export type {
  BooksSnapshot,
  EntrySnapshot,
  InvoiceSnapshot,
  LedgerAccountSnapshot,
  MutationLineSnapshot,
  MutationSnapshot,
  OpenItemSnapshot,
  RelationSnapshot,
} from './handle/books.ts'
export type { FaultKind, FaultRule, FaultState, Faults } from './handle/faults.ts'
export type { Exchange, JournalFilter } from './handle/journal.ts'
export type { Sandbox, SandboxClock, SandboxOptions } from './handle/sandbox.ts'
export { defaultSettings, type Settings } from './handle/settings.ts'
export { startSandbox } from './start.ts'
