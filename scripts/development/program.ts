import { textsIn } from '@stella/texts'
import { withConfiguration } from '../../stella/src/commands/with-configuration.ts'
import { terminalLanguage } from '../../stella/src/configuration/language.ts'
import { startProgram } from '../../stella/src/program/start-program.ts'
import { stopWishes } from '../../stella/src/terminal/signals.ts'

// The program without its screens, which tells who started it what its short screen would, as soon as it runs.
await withConfiguration(textsIn(terminalLanguage(process.env)), async (configuration) => {
  const wishes = stopWishes()
  const program = await startProgram(configuration, 'elsewhere')
  process.send?.({ screen: program.screen })
  await wishes.asked
  await program.stop()
  process.exit(0)
})
