import { Installation } from '../installation/installation.ts'
import type { DatabaseServer } from '../processes/database-server.ts'
import { type Dice, dice as diceOf } from '../processes/random.ts'
import type { SandboxProcess } from '../processes/sandbox.ts'
import type { Speed } from '../processes/scaled-clock.ts'
import { type Aftermath, Target } from './befall.ts'
import { type Blow, drawBlows, drawKill } from './blows.ts'

export type Run = {
  readonly seed: number
  readonly kills: number
  /** Installations that are under attack at the same time; every second one has two processes. */
  readonly installations: number
  /** Only this one, counted from 0: to repeat what happened to it. */
  readonly only?: number | undefined
  readonly time: Speed
  readonly sandbox: SandboxProcess
  readonly server: DatabaseServer
  readonly onAftermath?: (aftermath: Aftermath & { readonly installation: number }) => void
}

/** A blow is tried so often before it counts as one that could not be dealt. */
const attempts = 3
const organizations = 3

/** Lets the blows of a run fall. What is in it follows from the seed; when things happen is the machine's. */
export async function strike(run: Run): Promise<Aftermath[]> {
  const dice = diceOf(run.seed)
  const blows = drawBlows(run.kills, dice)
  const indices = Array.from({ length: run.installations }, (_, index) => index)
  const chosen = indices.filter((index) => run.only === undefined || index === run.only)
  const results = await Promise.all(
    chosen.map((index) => {
      const own = blows.filter((_, place) => place % run.installations === index)
      return attack(run, index, own, dice.split(`installation ${index}`))
    }),
  )
  return results.flat()
}

async function attack(run: Run, index: number, blows: readonly Blow[], dice: Dice): Promise<Aftermath[]> {
  const installation = await Installation.make({ ...run, organizations, processes: 1 + (index % 2) })
  try {
    const target = new Target(installation, dice)
    const aftermaths: Aftermath[] = []
    for (const blow of blows) {
      const aftermath = await strikeUntilHit(target, blow, dice)
      run.onAftermath?.({ ...aftermath, installation: index })
      aftermaths.push(aftermath)
      // What is broken stays broken: later blows would only report it again.
      if (aftermath.breaches.length > 0) break
    }
    return aftermaths
  } finally {
    await installation.close()
  }
}

async function strikeUntilHit(target: Target, blow: Blow, dice: Dice): Promise<Aftermath> {
  let aftermath = await target.befall(blow)
  for (let again = 1; again < attempts && !aftermath.struck && aftermath.breaches.length === 0; again += 1) {
    aftermath = await target.befall(
      blow.kind === 'kill' ? { ...drawKill(blow.point, dice), passes: 0 } : blow,
    )
  }
  return aftermath
}
