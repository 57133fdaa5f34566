import type { SandboxOptions } from '@stella/e-boekhouden-sandbox'
import type { SandboxProcedures } from './sandbox-program.ts'
import { type Started, start } from './started.ts'

export type SandboxProcess = Started<SandboxProcedures> & { readonly soapUrl: string }

/** Starts the stand-in of e-Boekhouden.nl in a process of its own and waits until it answers. */
export async function startSandboxProcess(options: SandboxOptions): Promise<SandboxProcess> {
  const started = start<SandboxProcedures>(new URL('./sandbox-program.ts', import.meta.url), options)
  const failed = started.ended.then(() => {
    throw new Error(`the sandbox did not start: ${started.output()}`)
  })
  const { soapUrl } = await Promise.race([started.call('access', null), failed])
  failed.catch(() => {})
  return { ...started, soapUrl }
}
