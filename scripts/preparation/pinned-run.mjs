import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { environmentOfTools, pinnedNode, root } from './places.mjs'
import { endWith, sentences } from './sentences.mjs'

const stopWithParent = './stella/src/processes/stop-with-parent.ts'

/**
 * Goes on under the pinned Node and ends as that process ends. Signals are passed on; what starts this script
 * must not outlive it, nor it what it started:
 * - when this script is killed, its channel to the child closes, and the child stops in order;
 * - when npm, which waits for this script, is killed, the script notices and asks the child to stop.
 *
 * @param {{ readsSettings?: boolean }} [how] whether a file `.env` counts
 */
export function goOnUnderPinnedNode(args, { readsSettings = true } = {}) {
  const node = pinnedNode()
  const child = spawn(node, [...(readsSettings ? settingsFile() : []), '--import', stopWithParent, ...args], {
    cwd: root,
    env: environmentOfTools(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.on('error', ({ code, message }) => endWith(sentences.nodeDoesNotRun(node, code ?? message)))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(child, signal))
  if (process.env.npm_command) stopWithNpm(child)
}

/** Settings may stand in a file `.env` at the root; those of the environment go before them. */
function settingsFile() {
  const file = join(root, '.env')
  return existsSync(file) ? [`--env-file=${file}`] : []
}

/** Windows gives a console's Ctrl-C to the child itself and has no other signal that asks; a message does. */
function pass(child, signal) {
  if (process.platform !== 'win32') child.kill(signal)
  else if (signal !== 'SIGINT' && child.connected) child.send('stop')
}

/** npm starts a shell that starts this script, and that shell may stay in between. */
function stopWithNpm(child) {
  const atStart = ancestors()
  const everySecond = 1000
  const watch = setInterval(() => {
    if (ancestors() === atStart) return
    clearInterval(watch)
    pass(child, 'SIGTERM')
  }, everySecond)
  watch.unref()
}

/** Parent and grandparent; the latter where the system shows it as a file. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}
