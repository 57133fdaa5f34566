import { type Started, start } from '../tests/chaos/processes/started.ts'
import type { LatencyProcedures, LatencySettings } from './latency-program.ts'

/** The address of the service over a line with this round-trip time, and how to take the line down. */
export async function lineTo(
  serviceUrl: string,
  roundTripMs: number,
): Promise<{ url: string; program: Started<LatencyProcedures> }> {
  const { hostname, pathname, port } = new URL(serviceUrl)
  const given: LatencySettings = { host: hostname, port: Number(port), oneWayMs: roundTripMs / 2 }
  const program = start<LatencyProcedures>(new URL('./latency-program.ts', import.meta.url), given)
  return { url: `http://127.0.0.1:${await program.call('port', null)}${pathname}`, program }
}
