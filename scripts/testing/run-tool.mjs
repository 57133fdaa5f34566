import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentOfTools, pinnedNode, root } from '../preparation/places.mjs'
import { secondsSince } from '../preparation/progress.mjs'

/**
 * Runs a tool of node_modules under the pinned Node and gives its exit code. `npm:FOLDER` runs npm in that
 * workspace instead, when the workspace has that script.
 */
export async function runTool(title, tool, args, environment = {}) {
  const started = Date.now()
  console.log(`\n── ${title}`)
  const code = tool.startsWith('npm:')
    ? await workspaceScript(tool.slice(4), args, environment)
    : await run(pinnedNode(), [join(root, 'node_modules', tool), ...args], root, environment)
  console.log(`── ${title}: ${code === 0 ? 'in order' : 'NOT in order'} (${secondsSince(started)} s)`)
  return code
}

function workspaceScript(folder, args, environment) {
  const manifest = join(root, folder, 'package.json')
  const script = args.at(-1)
  if (!existsSync(manifest) || !JSON.parse(readFileSync(manifest, 'utf8')).scripts?.[script]) return 0
  const ownNpm = process.env.npm_execpath
  const [command, first] = ownNpm ? [process.execPath, [ownNpm]] : ['npm', []]
  return run(command, [...first, ...args], join(root, folder), environment)
}

function run(command, args, folder, environment) {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...environmentOfTools(), ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve) => {
    const finish = (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(1)
      resolve(code ?? 1)
    }
    child.once('error', () => finish(1))
    child.once('exit', finish)
  })
}
