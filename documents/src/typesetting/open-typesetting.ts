import type { InvoiceDocument } from '../invoice-document.ts'
import type { Report } from '../reports/report.ts'
import type { SetPages } from './first-pages.ts'
import { type TypesettingLimits, typesettingLimits } from './limits.ts'
import { fairQueue } from './queue.ts'
import { startTypesetterProcess, type TypesetterProcess } from './typesetter-process.ts'
import { TypesetterEnded, TypesettingError } from './typesetting-error.ts'
import type { Question, SetAs } from './typesetting-process.ts'

/** Sets documents in processes of its own, so that nobody waits for another's long one. */
export type Typesetting = {
  /**
   * An invoice or credit note as PDF (see `setInvoice`), for the organization that asks.
   *
   * @throws TypesettingBusy when as many documents wait as may
   * @throws TypesettingError when it cannot be set, or the typesetting is closed
   */
  renderInvoicePdf(document: InvoiceDocument, organizationId: string): Promise<Uint8Array>
  /** The same as pictures of its first pages, with the same errors. */
  renderInvoicePages(document: InvoiceDocument, organizationId: string): Promise<SetPages>
  /** A report as PDF (see `setReport`), with the same errors. */
  renderReportPdf(report: Report, organizationId: string): Promise<Uint8Array>
  /** Ends all processes. What waits or is being set fails. */
  close(): Promise<void>
}

type Waiting = {
  readonly question: Question
  readonly resolve: (set: SetAs[keyof SetAs]) => void
  readonly reject: (error: unknown) => void
}

/** Starts nothing yet: the first document starts the first process. Close it to end what it started. */
export function openTypesetting(changed: Partial<TypesettingLimits> = {}): Typesetting {
  const limits = { ...typesettingLimits, ...changed }
  const queue = fairQueue<Waiting>(limits)
  /** With what ends each when it stays unused. */
  const idle = new Map<TypesetterProcess, NodeJS.Timeout>()
  const busy = new Set<TypesetterProcess>()
  let isClosed = false

  const startNext = () => {
    while (busy.size < limits.processes) {
      const next = queue.take()
      if (next === undefined) return
      void setOne(next.thing).finally(() => {
        queue.done(next.owner)
        startNext()
      })
    }
  }

  /** Once more where the process was ended from outside; a document that ends every process fails then. */
  const setOne = async ({ question, reject, resolve }: Waiting) => {
    for (let isAgain = false; ; isAgain = true) {
      const process = takeIdle(idle) ?? startTypesetterProcess(limits)
      busy.add(process)
      try {
        return resolve(await process.set(question))
      } catch (error) {
        if (isAgain || isClosed || !(error instanceof TypesetterEnded)) return reject(error)
      } finally {
        busy.delete(process)
        keepOrEnd(process)
      }
    }
  }

  const keepOrEnd = (process: TypesetterProcess) => {
    if (isClosed || process.isWorn()) return void process.end()
    const endUnused = () => {
      idle.delete(process)
      void process.end()
    }
    idle.set(process, setTimeout(endUnused, limits.idleTime).unref())
  }

  const render = async (question: Question, organizationId: string) => {
    if (isClosed) throw new TypesettingError('No more documents are set.')
    const { promise, resolve, reject } = Promise.withResolvers<SetAs[keyof SetAs]>()
    queue.add(organizationId, { question, resolve, reject })
    startNext()
    return promise
  }

  return {
    renderInvoicePdf: async (document, organizationId) =>
      (await render({ document, as: 'pdf' }, organizationId)) as SetAs['pdf'],
    renderInvoicePages: async (document, organizationId) =>
      (await render({ document, as: 'pages' }, organizationId)) as SetAs['pages'],
    renderReportPdf: async (report, organizationId) =>
      (await render({ report }, organizationId)) as SetAs['pdf'],
    async close() {
      isClosed = true
      for (const { reject } of queue.clear()) reject(new TypesettingError('No more documents are set.'))
      await Promise.all([...idle.keys(), ...busy].map((process) => process.end()))
      for (const timer of idle.values()) clearTimeout(timer)
      idle.clear()
    },
  }
}

function takeIdle(idle: Map<TypesetterProcess, NodeJS.Timeout>): TypesetterProcess | undefined {
  for (const [process, timer] of idle) {
    clearTimeout(timer)
    idle.delete(process)
    if (!process.isWorn()) return process
    void process.end()
  }
  return undefined
}
