import { startEmbeddedServer } from '@stella/database'
import { textsIn } from '@stella/texts'
import { withConfiguration } from '../../stella/src/commands/with-configuration.ts'
import type { Configuration } from '../../stella/src/configuration/configuration.ts'
import { terminalLanguage } from '../../stella/src/configuration/language.ts'
import { openDataFolder } from '../../stella/src/data-folder/data-folder.ts'
import { scenarios } from '../../stella/src/demo/scenarios.ts'
import { checkPortFree } from '../../stella/src/processes/ports.ts'
import { shortScreen } from '../../stella/src/terminal/short-screen.ts'
import { stopWishes } from '../../stella/src/terminal/signals.ts'
import { watchSources } from './changes.ts'
import { freePort } from './free-port.ts'
import { keepRunning } from './keep-running.ts'
import { runCommand } from './program-process.ts'
import { serveScreens } from './screens.ts'

const texts = textsIn(terminalLanguage(process.env))
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !scenarios.some((scenario) => scenario.name === name))
if (unknown === undefined) await withConfiguration(texts, develop)
else {
  console.error(
    texts.program.development.unknownScenario(unknown, scenarios.map(({ name }) => name).join(', ')),
  )
  process.exit(1)
}

/** Starts everything, and keeps it as the code is, until somebody wishes it to stop. */
async function develop(configuration: Configuration): Promise<void> {
  const wishes = stopWishes()
  wishes.onInsisted(() => process.exit(130))
  const { host, port: screensPort, publicUrl, dataFolder } = configuration
  await checkPortFree(host, screensPort, 'PORT')
  const folder = openDataFolder(dataFolder)
  // Held here, the database outlives each start of the program, which then takes about a second.
  const database =
    configuration.databaseUrl === undefined
      ? await startEmbeddedServer({ dataFolder: folder.path })
      : undefined
  const port = await freePort()
  const environment = { ...process.env, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: publicUrl }
  let pause: Promise<void> | undefined
  const screens = await serveScreens({
    configuration,
    apiUrl: `http://127.0.0.1:${port}`,
    async whenReady() {
      // It may have stopped again by then.
      for (let seen: typeof pause; seen !== pause; await seen) seen = pause
    },
  })
  await keepRunning({
    environment,
    changes: watchSources(screens),
    stopAsked: wishes.asked,
    onPause: (over) => {
      pause = over
    },
    allAnswered: () => screens.allAnswered(),
    onFirstReady: async (screen) => {
      const asRoot = process.getuid?.() === 0
      console.log(shortScreen({ ...screen, seconds: process.uptime(), asRoot }, texts))
      for (const name of asked.length > 0 ? asked : ['plumber']) {
        console.log(texts.program.development.making(name))
        await runCommand(['demo', name], environment)
      }
    },
    words: texts.program.development,
  })
  console.log(texts.program.screen.stopping)
  await screens.close()
  await database?.stop()
  console.log(texts.program.screen.stopped)
  process.exit(0)
}
