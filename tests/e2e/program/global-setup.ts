import { join } from 'node:path'
import { newPlace, startProgram } from '../../program/running-program.ts'
import { supportAddress } from './settings.ts'

/** One Stella for all end-to-end tests, started as a person starts it, with a data folder of its own. */
export default async function startForAllTests(): Promise<() => Promise<void>> {
  const place = await newPlace({ SUPPORT_ADDRESS: supportAddress })
  const program = await startProgram(place)
  process.env.STELLA_MAIL_FOLDER = join(place.dataFolder, 'mail')
  process.env.STELLA_SCREEN = JSON.stringify(program.screen)
  return async () => {
    const { output } = await program.stop()
    place.clear()
    if (!output.includes('Stella is gestopt.')) throw new Error(`Stella did not stop in order: ${output}`)
  }
}
