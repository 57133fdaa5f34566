// The stand-in of e-Boekhouden.nl in a process of its own, with its handle offered to the process that started it.
import {
  type AdministrationAccess,
  type FaultRule,
  type NewAdministration,
  type Sandbox,
  type SandboxOptions,
  type Settings,
  startSandbox,
} from '@stella/e-boekhouden-sandbox'
import { answerCalls } from './calls.ts'
import { settings } from './started.ts'

const sandbox = await startSandbox(settings<SandboxOptions>())
const procedures = proceduresOf(sandbox)
export type SandboxProcedures = typeof procedures

answerCalls(procedures)
process.on('SIGTERM', () => {
  void sandbox.close().then(() => process.exit(0))
})

function proceduresOf(it: Sandbox) {
  return {
    access: (_: null): { soapUrl: string; first: AdministrationAccess } => ({
      soapUrl: it.soapUrl,
      first: it.administration,
    }),
    addAdministration: (administration: NewAdministration) => it.addAdministration(administration),
    changePassword: (administration: string) => it.changePassword(administration),
    books: (administration: string) => it.books(administration),
    /** The exchanges of one administration after a number. */
    journal: (of: { administration: string; after: number }) => it.journal(of),
    change: (changed: Partial<Settings>) => it.settings.change(changed),
    addFault: (rule: FaultRule) => it.faults.add(rule),
    removeFault: (id: string) => it.faults.remove(id),
    clearFaults: (_: null) => it.faults.clear(),
  }
}
