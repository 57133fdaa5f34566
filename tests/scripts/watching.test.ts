import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { watching } from '../../scripts/development/watching.ts'

test('a file that is saved again the moment its change is told is told again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stella-watching-'))
  const file = join(folder, 'screen.ts')
  writeFileSync(file, 'before')
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: watching },
  })
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  const told: string[] = []
  const both = Promise.withResolvers<void>()
  server.watcher.on('change', () => {
    told.push(readFileSync(file, 'utf8'))
    if (told.length === 1) writeFileSync(file, 'second')
    else both.resolve()
  })
  await expect.poll(() => Object.values(server.watcher.getWatched()).flat()).toContain('screen.ts')
  writeFileSync(file, 'first')
  await both.promise
  expect(told).toEqual(['first', 'second'])
})
