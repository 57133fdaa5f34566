import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

// The scripts of this repository in a small project of their own: one workspace, with one package that npm puts
// into the workspace's node_modules and one at the root, all from files beside it, so that the real npm installs
// them within a second and without a network.

const root = fileURLToPath(new URL('../..', import.meta.url))
const pinnedNode = `node-${process.platform}-${process.arch}`

let template: string
let project: string

beforeAll(() => {
  template = newFolder()
  project = template
  cpSync(join(root, 'scripts'), join(template, 'scripts'), { recursive: true })
  makePackage('thing', '1.0.0')
  makePackage('thing', '2.0.0')
  makePackage(pinnedNode, '24.0.0', { 'bin/node': `#!/bin/sh\nexec '${process.execPath}' "$@"\n` })
  writeJson('package.json', {
    name: 'project',
    private: true,
    workspaces: ['stella'],
    dependencies: { thing: 'file:thing-1.0.0.tgz', [pinnedNode]: `file:${pinnedNode}-24.0.0.tgz` },
  })
  writeJson('stella/package.json', {
    name: 'of-stella',
    version: '1.0.0',
    type: 'module',
    dependencies: { thing: 'file:../thing-2.0.0.tgz' },
  })
  write('stella/src/main.ts', "import 'thing'\nconsole.log('Stella draait')\n")
  write('stella/src/processes/stop-with-parent.ts', '')
  npm(['install', '--package-lock-only'])
})
beforeEach(() => {
  project = newFolder()
  cpSync(template, project, { recursive: true })
})
afterEach(() => rmSync(project, { recursive: true, force: true }))
afterAll(() => rmSync(template, { recursive: true, force: true }))

describe('a start installs what is missing', () => {
  test('all of it, and nothing the second time', async () => {
    expect(await start()).toEqual({
      code: 0,
      output: expect.stringMatching(/geïnstalleerd in .*Stella draait\n$/s),
    })
    expect(await start()).toEqual({ code: 0, output: 'Stella draait\n' })
  })

  test.each([
    ['the node_modules of a workspace', () => remove('stella/node_modules')],
    ['a package of many', () => remove('node_modules/thing')],
    ['half of what npm was installing', () => remove('node_modules/.package-lock.json')],
    ['the Node that comes along', () => remove(`node_modules/${pinnedNode}/bin`)],
    ['packages for this machine, where the folder came from another', () => pretendOtherMachine()],
  ])('%s', async (_name, spoil) => {
    await start()
    spoil()
    expect(await start()).toEqual({
      code: 0,
      output: expect.stringMatching(/geïnstalleerd in .*Stella draait\n$/s),
    })
    expect(await start()).toEqual({ code: 0, output: 'Stella draait\n' })
  })
})

describe('an installation that cannot succeed says why in one sentence', () => {
  test('where this user may not write', async () => {
    chmodSync(project, 0o555)
    const { code, output } = await start({}, unprivileged)
    chmodSync(project, 0o755)
    expect(code).toBe(1)
    expect(output).toBe(
      `De onderdelen konden niet worden geïnstalleerd: deze gebruiker mag niet schrijven in ${project} of in de map van npm; geef schrijfrechten, of start als de gebruiker van wie die map is.\n`,
    )
  })

  test('where the registry cannot be reached', async () => {
    for (const file of ['package.json', 'package-lock.json']) {
      const text = readFileSync(join(project, file), 'utf8')
      write(file, text.replaceAll(/file:thing-1[^"]*/g, 'http://127.0.0.1:9/thing-1.0.0.tgz'))
    }
    const { code, output } = await start({ npm_config_fetch_retries: '0' })
    expect(code).toBe(1)
    expect(output).toBe(
      'De onderdelen konden niet worden geïnstalleerd: het register van npm is niet bereikbaar; controleer de internetverbinding en probeer het opnieuw.\n',
    )
  })

  // npm 11 only warns of each file, goes on for minutes, and ends with code 0; these are its words.
  test('where the disk is full', async () => {
    const npmCli = write(
      'npm-cli.js',
      "process.stderr.write('npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write\\n')\nsetInterval(() => {}, 1000)\n",
    )
    const { code, output } = await start({ npm_execpath: npmCli })
    expect(code).toBe(1)
    expect(output).toBe(
      `De onderdelen konden niet worden geïnstalleerd: de schijf van ${project} is vol; maak ruimte (ongeveer 1 GB) en probeer het opnieuw.\n`,
    )
  })

  test('where there is no npm', async () => {
    const { code, output } = await start({ PATH: project, npm_execpath: '' })
    expect(code).toBe(1)
    expect(output).toBe(
      'De onderdelen konden niet worden geïnstalleerd: npm is niet gevonden; installeer het, het komt gewoonlijk met Node mee.\n',
    )
  })

  test('and where nobody knows why, npm has the word', async () => {
    const npmCli = write('npm-cli.js', "process.stderr.write('npm error code EWONDER\\n')\nprocess.exit(1)\n")
    const { code, output } = await start({ npm_execpath: npmCli })
    expect(code).toBe(1)
    expect(output).toMatch(
      /^npm error code EWONDER\nDe onderdelen konden niet worden geïnstalleerd; de volledige uitvoer staat in .*npm\.log\.\n$/,
    )
  })
})

test('a Node that does not run here is said in one sentence', async () => {
  await start()
  chmodSync(join(project, 'node_modules', pinnedNode, 'bin/node'), 0o644)
  expect(await start()).toEqual({
    code: 1,
    output: `De meegeleverde Node start hier niet (${join(project, 'node_modules', pinnedNode, 'bin/node')}: EACCES); installeer Node 24 of nieuwer en probeer het opnieuw.\n`,
  })
})

/** Root may write everywhere, so what it may not is tried as somebody else. */
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

async function start(environment: Record<string, string> = {}, user: { uid?: number; gid?: number } = {}) {
  const { npm_execpath: _npm, npm_command: _command, ...inherited } = process.env
  const cache = mkdtempSync(join(tmpdir(), 'stella-npm-cache-'))
  chmodSync(cache, 0o777)
  const child = spawn(process.execPath, ['scripts/start.mjs', 'help'], {
    ...user,
    cwd: project,
    env: { ...inherited, STELLA_LANGUAGE: 'nl', npm_config_cache: cache, HOME: cache, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  rmSync(cache, { recursive: true, force: true })
  return { code, output }
}

/** As npm leaves it on a machine of another kind: a package of that kind, and none of this one. */
function pretendOtherMachine(): void {
  const file = join(project, 'node_modules/.package-lock.json')
  const list = JSON.parse(readFileSync(file, 'utf8'))
  list.packages['node_modules/thing'].os = [process.platform === 'aix' ? 'linux' : 'aix']
  writeFileSync(file, JSON.stringify(list))
}

function makePackage(name: string, version: string, files: Record<string, string> = {}): void {
  const folder = mkdtempSync(join(tmpdir(), 'stella-package-'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version, type: 'module', main: 'index.js' }),
  )
  writeFileSync(join(folder, 'index.js'), '')
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text, { mode: 0o755 })
  }
  npm(['pack', folder, '--pack-destination', project])
  rmSync(folder, { recursive: true })
}

/** One that everybody may enter, since some starts are tried as somebody else. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stella-installation-test-'))
  chmodSync(folder, 0o755)
  return folder
}

function npm(args: string[]): void {
  const { status, stderr } = spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: project,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`npm ${args[0]}: ${stderr}`)
}

function write(file: string, text: string): string {
  const path = join(project, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

function writeJson(file: string, value: unknown): void {
  write(file, JSON.stringify(value))
}

function remove(path: string): void {
  if (!existsSync(join(project, path))) throw new Error(`${path} is not there`)
  rmSync(join(project, path), { recursive: true })
}
