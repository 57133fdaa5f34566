import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../architecture/sources.ts'
import { eventually, signInAt } from '../program/api-session.ts'
import {
  newPlace,
  type Place,
  processesOf,
  type RunningProgram,
  runScript,
  startProgram,
} from '../program/running-program.ts'

describe('working on Stella', () => {
  let place: Place
  let program: RunningProgram
  beforeAll(async () => {
    place = await newPlace()
    program = await startProgram(place, 'for development')
  })
  afterAll(() => place.clear())

  test('the screens come as they are written, and change in the browser when they are saved', async () => {
    const { address } = program.screen
    const page = await (await fetch(address)).text()
    expect(page).toContain('/@vite/client')
    const part = await (await fetch(new URL('/src/layouts/AccountLayout.tsx', address))).text()
    expect(part).toContain('import.meta.hot.accept')
  })

  test('a business stands ready, and its owner can sign in', async () => {
    await written('Hoveniersbedrijf Groenendaal')
    await written('paused-link@stella.example')
    const [, password = ''] = /paused-link@stella\.example\s+(\S+)/.exec(program.output()) ?? []
    const owner = await signInAt(program.screen.address, { email: 'paused-link@stella.example', password })
    expect(await owner.get('/api/connection')).toMatchObject({ state: 'paused' })
    expect((await fetch(program.screen.sandbox)).status).toBe(200)
  })

  test('the program starts again when a file of it is saved, and no request fails for it', async () => {
    const file = 'api/src/health/routes.ts'
    const now = new Date()
    // Its content stays as it is; that somebody saved it is enough.
    utimesSync(join(root, file), now, now)
    let isAgain = false
    const again = written(`${file} is veranderd: opnieuw gestart`).then(() => {
      isAgain = true
    })
    const answers = new Set<number>()
    while (!isAgain) {
      // Several at once: one of them is on its way whenever the program is asked to stop.
      const asked = Array.from({ length: 8 }, () => fetch(new URL('/api/health', program.screen.address)))
      for (const { status } of await Promise.all(asked)) answers.add(status)
    }
    await again
    expect([...answers]).toEqual([200])
  })

  test('a file saved again while the program starts makes it start once more, and no request fails either', async () => {
    const file = 'api/src/health/contract.ts'
    const save = () => utimesSync(join(root, file), new Date(), new Date())
    const health = new URL('/api/health', program.screen.address)
    const before = new Set(processesOf(place))
    save()
    await eventually(
      async () => processesOf(place),
      (now) => now.some((pid) => !before.has(pid)),
    )
    save()
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(health)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    const starts = (output: string) => output.split(`${file} is veranderd: opnieuw gestart`).length - 1
    await eventually(
      async () => starts(program.output()),
      (count) => count === 2,
    )
    expect((await fetch(health)).status).toBe(200)
  })

  test('Ctrl-C stops all of it', async () => {
    const { code, output } = await program.stop('SIGINT')
    expect(code).toBe(0)
    expect(output).toContain('Stella is gestopt.')
    expect(processesOf(place)).toEqual([])
  })

  const written = (text: string) =>
    eventually(
      async () => program.output(),
      (output) => output.includes(text),
    )
})

test('a business that does not exist is refused in one sentence, before anything is started', async () => {
  const place = await newPlace()
  const { code, output } = await runScript(place, ['scripts/dev.mjs', 'bakker'])
  expect(code).toBe(1)
  expect(output.trim()).toBe(
    '«bakker» bestaat niet; kies uit plumber, bad-day, paused-link, late-payers, moved-in, big.',
  )
  place.clear()
})
