import { setTimeout as sleep } from 'node:timers/promises'
import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import type { Configuration } from '../configuration/configuration.ts'
import type { ProgramFailure } from '../failures/program-failure.ts'
import type { Duty } from '../program/duty.ts'
import { type RunningProgram, startProgram } from '../program/start-program.ts'
import { shortScreen } from '../terminal/short-screen.ts'
import { stopWishes } from '../terminal/signals.ts'
import { withConfiguration } from './with-configuration.ts'

/** After a second Ctrl-C nobody waits longer; the database recovers from being cut short. */
const longestForceMs = 3000

/** What is broken may not stop in order, and nobody works meanwhile. */
const longestBrokenStopMs = 10_000

export const start = (texts: Texts) =>
  defineCommand({
    meta: { name: 'start', description: texts.program.commands.start },
    run: () => withConfiguration(texts, untilStopped('everything')),
  })

/** Any number of these and of `worker` share one PostgreSQL. */
export const web = (texts: Texts) =>
  defineCommand({
    meta: { name: 'web', description: texts.program.commands.web },
    run: () => withConfiguration(texts, untilStopped('web')),
  })

export const worker = (texts: Texts) =>
  defineCommand({
    meta: { name: 'worker', description: texts.program.commands.worker },
    run: () => withConfiguration(texts, untilStopped('work')),
  })

function untilStopped(duty: Duty) {
  return (configuration: Configuration, texts: Texts) => runUntilStopped(duty, configuration, texts)
}

/** Starts what is asked for, shows the short screen, and waits for a wish to stop. */
async function runUntilStopped(duty: Duty, configuration: Configuration, texts: Texts): Promise<void> {
  const wishes = stopWishes()
  wishes.onInsisted(() => process.exit(130))
  const program = await startProgram(configuration, 'built', duty)
  wishes.onInsisted(() => void forceEnd(program, texts))
  const asRoot = process.getuid?.() === 0
  console.log(shortScreen({ ...program.screen, seconds: process.uptime(), asRoot }, texts))
  const failure = await Promise.race([wishes.asked, program.broken])
  if (failure !== undefined) return endBroken(program, failure, texts)
  console.log(texts.program.screen.stopping)
  await program.stop()
  console.log(texts.program.screen.stopped)
  process.exit(0)
}

async function forceEnd(program: RunningProgram, texts: Texts): Promise<never> {
  await Promise.race([program.force().catch(() => {}), sleep(longestForceMs)])
  console.log(texts.program.screen.forced)
  process.exit(130)
}

/** With a sentence, and a code at which whoever looks after it starts it again. */
async function endBroken(program: RunningProgram, failure: ProgramFailure, texts: Texts): Promise<never> {
  console.error(failure.sentence(texts))
  await Promise.race([program.stop(), sleep(longestBrokenStopMs)])
  process.exit(1)
}
