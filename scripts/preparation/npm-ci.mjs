import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import { root } from './places.mjs'

/**
 * Asks for everything, whatever NODE_ENV says: the screens are built with a development dependency. Warnings too,
 * since npm only warns of a file that it could not unpack, and then ends as if all were well.
 */
const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=warn']

/** So much of what npm wrote is kept: it repeats itself without end when the disk is full. */
const keptCharacters = 200_000

/**
 * Runs `npm ci` at the root, with the npm that started this script where that is known, and ends it as soon as it
 * names a file that it could not write.
 *
 * @returns {Promise<{succeeded: boolean, output: string}>} with what it wrote last
 */
export function npmCi() {
  const [command, args] = npmCommand()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-keptCharacters)
        if (unpackingFailed.test(output)) child.kill()
      })
    }
    const stopBoth = (signal) => {
      child.kill(signal)
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    process.once('SIGINT', stopBoth).once('SIGTERM', stopBoth)
    const finish = (code) => {
      process.off('SIGINT', stopBoth).off('SIGTERM', stopBoth)
      resolve({ succeeded: code === 0 && !unpackingFailed.test(output), output })
    }
    child.on('error', (error) => {
      output += `${error}\n`
      finish(1)
    })
    child.on('close', finish)
  })
}

function npmCommand() {
  const ownNpm = process.env.npm_execpath
  if (ownNpm && basename(ownNpm).startsWith('npm-cli')) return [process.execPath, [ownNpm, ...options]]
  return ['npm', options]
}

const unpackingFailed = /\bTAR_ENTRY_ERROR (?<code>ENOSPC|EDQUOT|EROFS|EACCES|EIO)\b/
const namedCode = /^npm (?:error|ERR!) code '?(?<code>[A-Z]+)/m
const npmNotFound = /^Error: spawn npm ENOENT/m

/** What a person can mend when npm fails: a sentence of sentences.mjs, and the codes of the system that mean it. */
const causes = {
  installNotAllowed: ['EACCES', 'EPERM', 'EROFS'],
  installDiskFull: ['ENOSPC', 'EDQUOT'],
  installOffline: [
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'ETIMEDOUT',
  ],
}

/** The cause that npm's output names, or undefined where it names none that a person can mend. */
export function causeOfFailure(output) {
  if (npmNotFound.test(output)) return 'installWithoutNpm'
  const code = (unpackingFailed.exec(output) ?? namedCode.exec(output))?.groups.code
  return Object.keys(causes).find((cause) => causes[cause].includes(code))
}
