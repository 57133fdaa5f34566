#!/usr/bin/env node
import { optionsFrom } from './environment.ts'
import { SandboxError } from './errors.ts'
import { startSandbox } from './start.ts'

try {
  const sandbox = await startSandbox(optionsFrom(process.env))
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await sandbox.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // For the program that starts it: one line, when it listens.
  console.log(JSON.stringify({ ready: true, url: sandbox.url, soapUrl: sandbox.soapUrl }))
} catch (error) {
  if (!(error instanceof SandboxError)) throw error
  console.error(`${error.code}: ${error.message}`)
  process.exitCode = 1
}
