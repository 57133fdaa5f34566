import { setTimeout as sleep } from 'node:timers/promises'
import { Checks } from '../checks/check.ts'
import { Installation } from '../installation/installation.ts'
import { startDatabaseServer } from '../processes/database-server.ts'
import type { Dice } from '../processes/random.ts'
import type { SandboxProcess } from '../processes/sandbox.ts'
import type { Speed } from '../processes/scaled-clock.ts'
import { settle } from './settle.ts'
import { work } from './work.ts'

/** How the database goes down: killed, ended at once, or stopped in order, each in the middle of the work. */
export const databaseEnds = ['SIGKILL', 'SIGQUIT', 'SIGINT'] as const

export type DatabaseBlow = {
  readonly signal: (typeof databaseEnds)[number]
  readonly acknowledged: number
  readonly breaches: readonly string[]
}

const organizations = 4

/**
 * Takes the database away again and again while invoices are made and booked, each time from an installation that
 * had come to rest. Invoices that were not acknowledged are nobody's; all others must be booked.
 */
export async function databaseBlows(parts: {
  sandbox: SandboxProcess
  time: Speed
  dice: Dice
  rounds: number
  invoicesPerRound: number
}): Promise<DatabaseBlow[]> {
  const { dice, rounds, sandbox, time } = parts
  if (rounds === 0) return []
  const server = await startDatabaseServer()
  const installation = await Installation.make({ time, sandbox, server, organizations, processes: 2 })
  const checks = new Checks()
  const blows: DatabaseBlow[] = []
  for (let round = 0; round < rounds; round += 1) {
    const signal = databaseEnds[round % databaseEnds.length] ?? 'SIGKILL'
    const invoices = Math.ceil(parts.invoicesPerRound / organizations)
    const first = acknowledgedIn(installation) + dice.whole(1, invoices * 2)
    const working = work(installation, dice, { invoices, newCustomers: 0.3 })
    while (acknowledgedIn(installation) < first) await sleep(5)
    await server.restartAfter(signal)
    const acknowledged = await working
    const restless = await settle(installation)
    blows.push({ signal, acknowledged, breaches: [...restless, ...(await checks.check(installation))] })
  }
  await installation.close()
  await server.stop()
  return blows
}

function acknowledgedIn({ organizations: all }: Installation): number {
  return all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
}
