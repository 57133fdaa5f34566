import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { installedNode, root } from './places.mjs'
import { progressLine, secondsSince } from './progress.mjs'
import { endWith, sentences } from './sentences.mjs'

/** Runs `npm ci` when what is installed is not what package-lock.json says; otherwise it takes milliseconds. */
export async function installWhatIsMissing() {
  const locked = packagesOf(join(root, 'package-lock.json'))
  if (isInstalled(locked)) return
  const started = Date.now()
  const total = Object.values(locked).filter((entry) => !entry.optional && !entry.link).length
  const line = progressLine()
  const showProgress = () =>
    line.show(sentences.installing(Math.min(installedCount(), total), total, secondsSince(started)))
  showProgress()
  const ticking = setInterval(showProgress, 500)
  const { code, output } = await npmCi()
  clearInterval(ticking)
  line.clear()
  if (code !== 0) endWithInstallationLog(output)
  line.end(sentences.installed(installedCount(), secondsSince(started)))
}

/** npm writes what it installed into node_modules/.package-lock.json as its last act, so half an installation shows. */
function isInstalled(locked) {
  let present
  try {
    present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  } catch {
    return false
  }
  const matches = ([path, entry]) => {
    const found = present[path]
    if (!found) return entry.optional === true
    return entry.link === true ? found.link === true : found.version === entry.version
  }
  const pinned = process.platform in { linux: 1, darwin: 1, win32: 1 } ? installedNode() !== undefined : true
  return Object.entries(locked).every(matches) && pinned
}

function packagesOf(lockFile) {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'))
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path.includes('node_modules/')))
}

function installedCount() {
  const modules = join(root, 'node_modules')
  try {
    return readdirSync(modules).reduce((count, name) => {
      if (name.startsWith('.')) return count
      return count + (name.startsWith('@') ? readdirSync(join(modules, name)).length : 1)
    }, 0)
  } catch {
    return 0
  }
}

/** Asks for everything, whatever NODE_ENV says: the screens are built with a development dependency. */
function npmCi() {
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const ownNpm = process.env.npm_execpath
  const [command, args] =
    ownNpm && basename(ownNpm).startsWith('npm-cli')
      ? [process.execPath, [ownNpm, ...options]]
      : ['npm', options]
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    const stopBoth = (signal) => {
      child.kill(signal)
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    process.once('SIGINT', stopBoth).once('SIGTERM', stopBoth)
    const finish = (code) => {
      process.off('SIGINT', stopBoth).off('SIGTERM', stopBoth)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += `${error}\n`
      finish(1)
    })
    child.on('close', finish)
  })
}

function endWithInstallationLog(output) {
  const logFile = join(mkdtempSync(join(tmpdir(), 'stella-installation-')), 'npm.log')
  writeFileSync(logFile, output)
  process.stderr.write(output.split('\n').slice(-15).join('\n'))
  endWith(sentences.installFailed(logFile))
}
