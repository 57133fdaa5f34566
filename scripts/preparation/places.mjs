import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endWith, sentences } from './sentences.mjs'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const runtimePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** The Node the project is pinned to: the binary that npm installed, or this very one when it is new enough. */
export function pinnedNode() {
  const installed = installedNode()
  if (installed) return installed
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return endWith(sentences.noPinnedNode(`${process.platform} ${process.arch}${isMusl() ? ' musl' : ''}`))
}

/** Whether npm brings a Node for this machine. It is built for glibc, so a Linux with musl, as Alpine, cannot run it. */
export function nodeComesAlong() {
  return ['linux', 'darwin', 'win32'].includes(process.platform) && !isMusl()
}

/** The pinned binary when it is there and made for this machine, otherwise undefined. */
export function installedNode() {
  if (!nodeComesAlong()) return undefined
  const executable = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(root, 'node_modules', runtimePackage, 'bin', executable)
  return existsSync(path) ? path : undefined
}

function isMusl() {
  if (process.platform !== 'linux') return false
  // Asking for the addresses of the network takes seconds where names are looked up slowly.
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime === undefined
}

/** Where Node keeps what it compiled of the code and the packages, each file as it was read last. */
const compiled = join(root, 'node_modules', '.cache', 'compiled')

/**
 * The environment for what runs under the pinned Node: its own tools come first on the path, and what was compiled once
 * is not compiled at every start, which is most of the time that a start takes.
 */
export function environmentOfTools() {
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...process.env,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled,
    PATH: `${join(root, 'node_modules', '.bin')}${separator}${process.env.PATH ?? ''}`,
  }
}
