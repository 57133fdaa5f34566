import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installedNode, nodeComesAlong, root } from './places.mjs'

/** Every package of package-lock.json that is installed under a `node_modules`, by its path from the root. */
export function lockedPackages() {
  return packagesOf(join(root, 'package-lock.json'))
}

/**
 * Whether what is installed is what package-lock.json says, for this machine. npm lists what it installed in
 * node_modules/.package-lock.json as its last act, so half an installation shows; what was removed since, or came
 * along with a folder from another kind of machine, shows by looking.
 */
export function isInstalled(locked) {
  const listed = listedPackages()
  if (listed === undefined) return false
  return (
    Object.entries(locked).every(([path, entry]) => isAsLocked(entry, listed[path])) &&
    Object.entries(listed).every(([path, entry]) => isThere(path) && isForThisMachine(entry)) &&
    (!nodeComesAlong() || installedNode() !== undefined)
  )
}

function isAsLocked(locked, listed) {
  if (listed === undefined) return locked.optional === true
  return locked.link === true ? listed.link === true : locked.version === listed.version
}

function isThere(path) {
  return existsSync(join(root, path, 'package.json'))
}

/** npm never installs a package for another system or processor; a copied folder brings it along. */
function isForThisMachine({ os, cpu }) {
  return allows(os, process.platform) && allows(cpu, process.arch)
}

/** npm's notation: one or several names, of which those after an exclamation mark are excluded. */
function allows(names, own) {
  const all = [names ?? []].flat()
  const included = all.filter((name) => !name.startsWith('!'))
  if (all.includes(`!${own}`)) return false
  return included.length === 0 || included.includes(own) || included.includes('any')
}

function listedPackages() {
  try {
    return packagesOf(join(root, 'node_modules', '.package-lock.json'))
  } catch {
    return undefined
  }
}

function packagesOf(lockFile) {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'))
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path.includes('node_modules/')))
}
