/** What can be brought in. */
export const importKinds = ['customers', 'products', 'invoices'] as const
export type ImportKind = (typeof importKinds)[number]

/** Where an import stands, and what each state means. */
const states = {
  receiving: 'The file comes in.',
  reading: 'Its rows are read and held beside what is in Stella.',
  ready: 'Every row has its fate, and nothing was added.',
  refused: 'The file cannot be read; its cause says why.',
  applying: 'What is new is being added.',
  applied: 'It was added.',
  undoing: 'It is being taken back.',
  undone: 'It was taken back, but for what something was built on.',
  halted: 'Adding it or taking it back failed again and again; a person says how it goes on.',
} as const

export type ImportState = keyof typeof states
export const importStates = Object.keys(states) as readonly ImportState[]

/** What a row would become. */
export const rowFates = ['new', 'same', 'changed', 'wrong'] as const
export type RowFate = (typeof rowFates)[number]

/** What became of a row: `kept` where something was built on it, or somebody changed it meanwhile. */
export const rowOutcomes = ['added', 'changed', 'kept', 'taken_back'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** How long an import can be taken back. */
export const UNDO_WITHIN_DAYS = 7
