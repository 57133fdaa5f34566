import { setTimeout as sleep } from 'node:timers/promises'
import { Checks } from '../checks/check.ts'
import { Installation } from '../installation/installation.ts'
import { type OwnServer, startDatabaseServer } from '../processes/database-server.ts'
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
  try {
    const installation = await Installation.make({ time, sandbox, server, organizations, processes: 2 })
    const blows: DatabaseBlow[] = []
    const checks = new Checks()
    const invoices = Math.ceil(parts.invoicesPerRound / organizations)
    for (let round = 0; round < rounds; round += 1) {
      const signal = databaseEnds[round % databaseEnds.length] ?? 'SIGKILL'
      const acknowledged = await takeAway(server, installation, { dice, invoices, signal })
      const restless = await settle(installation)
      blows.push({ signal, acknowledged, breaches: [...restless, ...(await checks.check(installation))] })
    }
    await installation.close()
    return blows
  } finally {
    await server.stop()
  }
}

/** Ends the database as soon as a few invoices were acknowledged; how many were in all. */
async function takeAway(
  server: OwnServer,
  installation: Installation,
  { dice, invoices, signal }: { dice: Dice; invoices: number; signal: DatabaseBlow['signal'] },
): Promise<number> {
  const enough = acknowledgedIn(installation) + dice.whole(1, invoices * 2)
  let isOver = false
  const working = work(installation, dice, { invoices, newCustomers: 0.3 }).finally(() => {
    isOver = true
  })
  while (acknowledgedIn(installation) < enough && !isOver) await sleep(5)
  await server.killAlone(signal)
  return working
}

function acknowledgedIn({ organizations: all }: Installation): number {
  return all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
}
