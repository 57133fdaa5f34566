import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProgramFailure } from '../failures/program-failure.ts'
import { openDataFolder } from './data-folder.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'stella-data-'))
})
afterEach(() => rmSync(place, { recursive: true }))

describe('the data folder', () => {
  test('is made with all that is above it, and others may pass through but not look around', () => {
    const { path, logFile } = openDataFolder(join(place, 'a', 'b'))
    expect(openDataFolder(path).path).toBe(path)
    for (const folder of [join(place, 'a'), path]) expect(statSync(folder).mode & 0o777).toBe(0o711)
    expect(statSync(join(logFile, '..')).mode & 0o777).toBe(0o700)
  })

  test('is refused where no folder can be made', () => {
    writeFileSync(join(place, 'file'), '')
    symlinkSync(join(place, 'nowhere'), join(place, 'link'))
    for (const path of [join(place, 'file'), join(place, 'file', 'below'), join(place, 'link')]) {
      expect(refusalOf(path), path).toMatchObject({ code: 'dataFolderNotWritable', parameters: [path] })
    }
  })

  test.runIf(process.platform === 'linux')(
    'is refused at once in /proc, which denies that it is there',
    () => {
      for (const path of ['/proc/x', '/proc/x/y']) {
        expect(refusalOf(path)).toMatchObject({ code: 'dataFolderNotWritable', parameters: [path] })
      }
    },
  )
})

function refusalOf(path: string): ProgramFailure | undefined {
  try {
    openDataFolder(path)
  } catch (error) {
    if (error instanceof ProgramFailure) return error
    throw error
  }
}
