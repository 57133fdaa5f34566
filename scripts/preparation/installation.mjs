import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isInstalled, lockedPackages } from './installed.mjs'
import { causeOfFailure, npmCi } from './npm-ci.mjs'
import { root } from './places.mjs'
import { progressLine, secondsSince } from './progress.mjs'
import { endWith, sentences } from './sentences.mjs'

/** What can start an installation; everything after that runs under the Node that it brings. */
const oldestNode = 20

/** Runs `npm ci` when what is installed is not what package-lock.json says; otherwise it takes milliseconds. */
export async function installWhatIsMissing() {
  const { node } = process.versions
  if (Number.parseInt(node, 10) < oldestNode) endWith(sentences.oldNode(node))
  const locked = lockedPackages()
  if (isInstalled(locked)) return
  const started = Date.now()
  const total = Object.values(locked).filter((entry) => !entry.optional && !entry.link).length
  const line = progressLine()
  const showProgress = () =>
    line.show(sentences.installing(Math.min(installedCount(), total), total, secondsSince(started)))
  showProgress()
  const ticking = setInterval(showProgress, 500)
  const { succeeded, output } = await npmCi()
  clearInterval(ticking)
  line.clear()
  if (!succeeded) endWithCause(output)
  line.end(sentences.installed(installedCount(), secondsSince(started)))
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

/** One sentence where a person knows what to do then; else npm's last lines, which may tell a developer. */
function endWithCause(output) {
  const cause = causeOfFailure(output)
  if (cause !== undefined) endWith(sentences[cause](root))
  process.stderr.write(output.split('\n').slice(-15).join('\n'))
  endWith(sentences.installFailed(keepLog(output)))
}

/** The system's folder for temporary files, which is there even when this one cannot be written. */
function keepLog(output) {
  const logFile = join(mkdtempSync(join(tmpdir(), 'stella-installation-')), 'npm.log')
  writeFileSync(logFile, output)
  return logFile
}
