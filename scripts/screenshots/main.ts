import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { textsIn } from '@stella/texts'
import { withConfiguration } from '../../stella/src/commands/with-configuration.ts'
import type { Configuration } from '../../stella/src/configuration/configuration.ts'
import { openDataFolder } from '../../stella/src/data-folder/data-folder.ts'
import { readLogins } from '../../stella/src/demo/kept-logins.ts'
import { startProgram } from '../../stella/src/program/start-program.ts'
import type { Login, ShortScreen } from '../../stella/src/terminal/short-screen.ts'
import { freePort } from '../development/free-port.ts'
import { runCommand } from '../development/program-process.ts'
import { looks, photograph } from './photograph.ts'
import { businessesToLookAt, picturesOfReadme, type Screen, screens, type Viewer } from './screens.ts'
import { type Site, visit } from './visitor.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({
  options: { folder: { type: 'string' }, only: { type: 'string' }, readme: { type: 'boolean' } },
})
const folder = resolve(
  root,
  values.folder ?? (values.readme ? 'docs/screenshots' : 'tests/output/screenshots'),
)

Object.assign(process.env, {
  STELLA_DATA_DIR: join(root, 'tests', 'output', 'screenshots-data'),
  STELLA_LANGUAGE: 'nl',
  STELLA_DEMO: '1',
  PORT: String(await freePort()),
  SANDBOX_PORT: String(await freePort()),
})
await withConfiguration(textsIn('nl'), takePictures)

async function takePictures(configuration: Configuration): Promise<void> {
  const program = await startProgram(configuration)
  const launched = chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const { screen } = program
    const site = { address: screen.address, sandboxUrl: screen.sandbox ?? '' }
    const chosen = screens.filter(isAsked)
    const logins = await loginsFor(chosen, configuration, screen.demo)
    for (const one of chosen) await takeScreen(one, await launched, site, logins[one.viewer])
  } finally {
    await (await launched).close()
    await program.stop()
  }
  process.exit(0)
}

function isAsked({ name }: Screen): boolean {
  if (values.only !== undefined) return name.includes(values.only)
  return !values.readme || picturesOfReadme.some(({ screen }) => screen === name)
}

/** Makes the businesses that are looked at and not there yet. */
async function loginsFor(
  chosen: Screen[],
  { dataFolder }: Configuration,
  demo: ShortScreen['demo'],
): Promise<Partial<Record<Viewer, Login>>> {
  const viewers = new Set(chosen.map(({ viewer }) => viewer))
  // The desk is shown with what the bad day left there.
  if (viewers.has('support')) viewers.add('bad-day')
  const businesses = businessesToLookAt.filter((name) => viewers.has(name))
  for (const name of businesses) await runCommand(['demo', name], process.env)
  const kept = readLogins(openDataFolder(dataFolder).scenariosFile).filter(({ finished }) => finished)
  const ofBusinesses = businesses.map((name) => [name, kept.find(({ scenario }) => scenario === name)])
  return { newcomer: demo?.owner, support: demo?.support, ...Object.fromEntries(ofBusinesses) }
}

async function takeScreen(screen: Screen, browser: Browser, site: Site, login?: Login): Promise<void> {
  const visitor = await visit(browser, site, login)
  const found = typeof screen.address === 'string' ? screen.address : await screen.address.find(visitor)
  const address = new URL(found, site.address).href
  const take = (look: (typeof looks)[number], name: string) =>
    photograph(visitor.page, { address, path: join(folder, name), look, fullPage: !values.readme })
  if (values.readme) {
    for (const { name, width } of picturesOfReadme.filter((picture) => picture.screen === screen.name))
      await take({ width, colorScheme: 'light' }, `${name}-${width}.png`)
  } else for (const look of looks) await take(look, `${screen.name}-${look.width}-${look.colorScheme}.png`)
  await visitor.leave()
  console.log(screen.name)
}
