import type { Sandbox, SandboxOptions } from './handle/sandbox.ts'

/** Starts a sandbox in this process. */
export async function startSandbox(_options: SandboxOptions = {}): Promise<Sandbox> {
  throw new Error('not yet')
}
