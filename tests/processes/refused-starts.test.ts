import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, startEmbeddedServer } from '@stella/database'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newPlace, type Place, processesOf, runProgram } from '../program/running-program.ts'

let place: Place
beforeEach(async () => {
  place = await newPlace()
})
afterEach(() => place.clear())

describe('a start that cannot succeed is refused in one sentence', () => {
  test('every mistake in the settings at once', async () => {
    Object.assign(place.environment, {
      PORT: 'tachtig',
      SANDBOX_CODE1: 'abc',
      EBOEKHOUDEN_SOAP_URL: 'nergens',
    })
    expect(await refusal()).toEqual([
      'Stella kan zo niet starten:',
      '- PORT is «tachtig», maar moet een poort zijn van 1 tot en met 65535.',
      '- EBOEKHOUDEN_SOAP_URL is «nergens», maar moet een volledig adres zijn dat begint met http:// of https://.',
      '- SANDBOX_CODE1 is ingevuld maar SANDBOX_CODE2 niet; vul beide codes in, of geen van beide.',
    ])
  })

  test('a data folder that cannot be made', async () => {
    const file = join(place.dataFolder, 'file')
    writeFileSync(file, '')
    place.environment.STELLA_DATA_DIR = join(file, 'data')
    expect(await refusal()).toEqual([
      `In de gegevensmap ${join(file, 'data')} kan niet worden geschreven; geef schrijfrechten, of kies een andere map met STELLA_DATA_DIR.`,
    ])
  })

  test('an address that this computer does not have', async () => {
    place.environment.HOST = '192.0.2.1'
    expect(await refusal()).toEqual([
      'Deze computer heeft het adres «192.0.2.1» niet; kies een ander adres met HOST, bijvoorbeeld 127.0.0.1.',
    ])
  })

  test('a database that does not answer, without its password', async () => {
    place.environment.DATABASE_URL = 'postgresql://stella:geheim@127.0.0.1:9/boeken'
    expect(await refusal()).toEqual([
      'De database op 127.0.0.1:9/boeken is niet bereikbaar; controleer DATABASE_URL en of PostgreSQL draait.',
    ])
  })

  test('data of a newer version', async () => {
    expect((await runProgram(place, ['migrate'])).code).toBe(0)
    await withOwnServer(async (url) => {
      const database = openDatabase({ url, role: 'owner' })
      await database.pool.query(
        "insert into public.schema_migrations (version, name, checksum) values (9999, 'later', '')",
      )
      await database.close()
    })
    expect(await refusal()).toEqual([
      `De gegevens in ${place.dataFolder} zijn gemaakt door een nieuwere versie van Stella; werk Stella bij, of kies een andere database of map.`,
    ])
    expect(processesOf(place)).toEqual([])
  })

  test('a sandbox that does not start', async () => {
    mkdirSync(join(place.dataFolder, 'logs'), { recursive: true })
    writeFileSync(join(place.dataFolder, 'sandbox'), 'a file where its folder should be')
    expect(await refusal()).toEqual([
      `De oefenboekhouding start niet; de reden staat in ${join(place.dataFolder, 'logs', 'stella.log')}.`,
    ])
    expect(processesOf(place)).toEqual([])
  })
})

/** The lines that the start wrote before it ended with code 1. */
async function refusal(): Promise<string[]> {
  const { code, output } = await runProgram(place, ['start'])
  expect(code).toBe(1)
  return output.trim().split('\n')
}

async function withOwnServer(work: (url: string) => Promise<void>): Promise<void> {
  const server = await startEmbeddedServer({ dataFolder: place.dataFolder })
  await work(server.url)
  await server.stop()
}
