import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environmentOfTools, pinnedNode, root } from '../preparation/places.mjs'
import { secondsSince } from '../preparation/progress.mjs'

/** Runs a tool of node_modules, or with `./` a program of our own, under the pinned Node, shows what it writes, and gives its exit code. */
export async function runTool(title, tool, args, environment = {}) {
  const started = Date.now()
  console.log(`\n── ${title}`)
  const code = await endOf(start(tool, args, environment, 'inherit'))
  console.log(`── ${title}: ${code === 0 ? 'in order' : 'NOT in order'} (${secondsSince(started)} s)`)
  return code
}

/** The same without showing anything: what it wrote comes back with its exit code. */
export async function runQuietly(tool, args) {
  const child = start(tool, args, {}, 'pipe')
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return { code: await endOf(child), output }
}

function start(tool, args, environment, output) {
  const program = tool.startsWith('./') ? join(root, tool) : join(root, 'node_modules', tool)
  return spawn(pinnedNode(), [program, ...args], {
    cwd: root,
    env: { ...environmentOfTools(), ...environment },
    stdio: ['ignore', output, output],
  })
}

function endOf(child) {
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve) => {
    const finish = (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(1)
      resolve(code ?? 1)
    }
    child.once('error', () => finish(1))
    child.once('close', finish)
  })
}
