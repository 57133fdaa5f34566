import { createServer } from 'node:net'
import { ProgramFailure, systemCodeOf } from '../failures/program-failure.ts'

/** A setting that is a port. */
export type PortSetting = 'PORT' | 'SANDBOX_PORT' | 'METRICS_PORT'

/**
 * Checks that an address is free before anything slow is started, so that a mistake is named at once.
 * @throws ProgramFailure portTaken, portForbidden, hostUnknown
 */
export async function checkPortFree(host: string, port: number, setting: PortSetting): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(failureOfListening(error, host, port, setting)))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()))
  })
}

/** What a person can do when a server cannot listen; other errors come back unchanged. */
export function failureOfListening(error: unknown, host: string, port: number, setting: PortSetting) {
  switch (systemCodeOf(error)) {
    case 'EADDRINUSE':
      return new ProgramFailure('portTaken', [port, setting], error)
    case 'EACCES':
      return new ProgramFailure('portForbidden', [port, setting], error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ProgramFailure('hostUnknown', [host], error)
    default:
      return error
  }
}
