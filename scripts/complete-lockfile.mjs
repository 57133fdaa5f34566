// Registries sometimes lack a package's builds for other platforms. npm then leaves them out of the lock file,
// and `npm ci` refuses the lock as incomplete. This adds the smallest entry npm accepts for each of them, so that
// the same lock installs on every platform, and asks the registry what each must be, so that nothing else is taken for
// it. Run it after `npm install` (`npm run lockfile`).
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const lockPath = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockPath, 'utf8'))
const packages = lock.packages

const operatingSystems =
  /android|darwin|linux|win32|windows|freebsd|openbsd|netbsd|openharmony|aix|sunos|win(?=-)/
const processors = /arm64|x64|ia32|ppc64|s390x|riscv64|loong64|arm(?![a-z0-9])/

let added = 0
for (const [owner, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(owner, name) || !operatingSystems.test(name)) continue
    packages[`node_modules/${name}`] = platformEntry(name, range, entry.dev === true)
    added++
  }
}
for (const [path, entry] of Object.entries(packages)) {
  if (path.includes('node_modules/') && entry.link !== true)
    entry.integrity ??= integrityOf(path, entry.version)
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(lockPath, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} entries added`)

/** Walks up the folders npm would search, from the package that asks. */
function isLocked(owner, name) {
  for (let folder = owner; ; folder = parentFolder(folder)) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

function parentFolder(folder) {
  const at = folder.lastIndexOf('/node_modules/')
  return at === -1 ? '' : folder.slice(0, at)
}

function platformEntry(name, range, dev) {
  const found = name.match(operatingSystems)?.[0]
  const cpu = name.match(processors)?.[0]
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(dev ? { dev: true } : {}),
    optional: true,
    os: [found.startsWith('win') ? 'win32' : found],
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(/musl/.test(name) ? { libc: ['musl'] } : /-gnu/.test(name) ? { libc: ['glibc'] } : {}),
  }
}

/** Undefined where the registry has no such build: then `npm run check` knows it by name, or fails. */
function integrityOf(path, version) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  try {
    const asked = ['view', `${name}@${version}`, 'dist.integrity']
    const said = execFileSync('npm', asked, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return said.startsWith('sha512-') ? said : undefined
  } catch {
    return undefined
  }
}
