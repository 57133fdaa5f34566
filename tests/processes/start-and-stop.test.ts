import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { eventually, signInAt } from '../program/api-session.ts'
import {
  newPlace,
  type Place,
  processesOf,
  type RunningProgram,
  runProgram,
  startProgram,
} from '../program/running-program.ts'

describe('one Stella', () => {
  let place: Place
  let program: RunningProgram
  beforeAll(async () => {
    place = await newPlace()
    program = await startProgram(place)
  })
  afterAll(async () => {
    await program.stop()
    place.clear()
  })

  test('prints its address, the demo login and the address of the sandbox, which all work', async () => {
    const { address, demo, support, sandbox } = program.screen
    expect(address).toBe(`http://localhost:${place.environment.PORT}`)
    expect(sandbox).toContain(`:${place.environment.SANDBOX_PORT}`)
    expect((await fetch(address)).headers.get('content-type')).toContain('text/html')
    expect((await fetch(sandbox)).status).toBe(200)
    const owner = await signInAt(address, demo)
    expect(await owner.get('/api/session')).toMatchObject({ user: { supportRole: false } })
    const desk = await signInAt(address, support)
    expect(await desk.get('/api/session')).toMatchObject({ user: { supportRole: true } })
  })

  test('refuses a second start on the same data folder in one sentence', async () => {
    const { code, output } = await runProgram(place, ['start'])
    expect(code).toBe(1)
    expect(output.trim()).toMatch(
      /^De gegevensmap .* is al in gebruik door een draaiende Stella \(proces \d+\)/,
    )
    expect(output.trim().split('\n')).toHaveLength(1)
  })

  test.each([
    ['PORT', 'PORT'],
    ['SANDBOX_PORT', 'SANDBOX_PORT'],
  ] as const)('another one on its port is refused, naming the setting %s', async (setting, named) => {
    const other = await newPlace({ [setting]: place.environment.PORT ?? '' })
    onTestFinished(other.clear)
    const { code, output } = await runProgram(other, ['start'])
    expect(code).toBe(1)
    expect(output.trim()).toBe(
      `Poort ${place.environment.PORT} is al in gebruik; stop het andere programma, of kies een andere poort met ${named}.`,
    )
    expect(processesOf(other)).toEqual([])
  })
})

describe('stopping', () => {
  test('Ctrl-C stops everything in order, and the next start has the same data and logins', async () => {
    const place = await newPlace()
    onTestFinished(place.clear)
    const first = await startProgram(place)
    expect(processesOf(place).length).toBeGreaterThanOrEqual(3)
    const { code, output } = await first.stop('SIGINT')
    expect(code).toBe(0)
    expect(output).toContain('Stella is gestopt.')
    expect(processesOf(place)).toEqual([])
    expect(stoppedParts(place)).toEqual(['web', 'worker and connections', 'sandbox', 'database'])

    const second = await startProgram(place)
    expect(second.screen).toEqual(first.screen)
    await signInAt(second.screen.address, second.screen.demo)
    await second.stop('SIGTERM')
    expect(processesOf(place)).toEqual([])
  })

  test('the sandbox is started again when it dies', async () => {
    const place = await newPlace()
    onTestFinished(place.clear)
    const program = await startProgram(place)
    const running = () =>
      JSON.parse(readFileSync(join(place.dataFolder, 'sandbox.process.json'), 'utf8')).pid as number
    const pid = running()
    process.kill(pid, 'SIGKILL')
    const answers = async () => {
      try {
        return (await fetch(`${program.screen.sandbox}/soap.asmx?WSDL`)).ok
      } catch {
        return false
      }
    }
    // It may be there again before anybody sees that it was gone.
    await eventually(async () => running() !== pid && (await answers()), Boolean)
    expect(processesOf(place)).not.toContain(pid)
    await program.stop()
    expect(processesOf(place)).toEqual([])
  })
})

/** The parts that the log says were stopped, in order; it is written before the log itself is closed. */
function stoppedParts(place: Place): string[] {
  return readFileSync(join(place.dataFolder, 'logs', 'stella.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; part: string })
    .filter(({ msg }) => msg === 'part stopped')
    .map(({ part }) => part)
}
