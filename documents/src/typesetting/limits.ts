import { availableParallelism } from 'node:os'

/** How much setting documents may cost. All of it is bounded before it is paid. */
export type TypesettingLimits = {
  /** Processes that set documents at the same time. */
  readonly processes: number
  /** Documents of one organization that are being set or wait for it. */
  readonly ofOne: number
  /** Documents of all organizations that are being set or wait for it. */
  readonly ofAll: number
  /** Milliseconds that one document may take. */
  readonly timeLimit: number
  /** Documents after which a process ends and gives back what it held. */
  readonly documentsPerProcess: number
  /** Bytes of memory above which a process ends after its document. */
  readonly memoryPerProcess: number
  /** Milliseconds without a document after which a process ends. */
  readonly idleTime: number
}

const MEBIBYTE = 2 ** 20

export const typesettingLimits: TypesettingLimits = {
  // One core stays free for answering everybody else; more than four would need gigabytes for their fonts.
  processes: Math.max(1, Math.min(4, availableParallelism() - 1)),
  // A person opens a few at once. More would only wait, and a script is told to slow down.
  ofOne: 6,
  // At half a second each, who comes last waits some seconds; with more, browsers would give up while it is set.
  ofAll: 40,
  // The longest invoice there is, of 1,000 lines, takes some seconds on a busy machine.
  timeLimit: 30_000,
  // A process costs half a second to start, 500 documents some ten: enough to make the start cheap.
  documentsPerProcess: 500,
  // 190 MB with the fonts of Europe, 330 with all of them, 370 after the longest invoices: what has more leaks.
  memoryPerProcess: 400 * MEBIBYTE,
  // Long enough for who looks through invoices, short enough that a quiet night costs nothing.
  idleTime: 60_000,
}
