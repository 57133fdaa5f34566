import { allowedLicences, allowedLicencesOfTools, readLicences, withoutIntegrity } from './rules.ts'

/** An entry of package-lock.json, as far as it is judged. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

/**
 * What is wrong with the packages of others, a sentence each: one that could be something else than what was locked,
 * from elsewhere than the registry, under a licence that is not listed, or with a script that runs while it is
 * installed and is not listed; and what is listed and not there.
 *
 * @param packages of package-lock.json, by path
 * @param allowScripts of package.json, by name
 * @param licenceOf what the package that is installed says, where the lock says nothing
 */
export function judgePackages(
  packages: Readonly<Record<string, LockedPackage>>,
  allowScripts: Readonly<Record<string, boolean>>,
  licenceOf: (path: string) => string | undefined,
): string[] {
  const locked = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && !link,
  )
  const names = new Set(locked.map(([path]) => nameOf(path)))
  const listed = [
    ...Object.keys(readLicences),
    ...Object.keys(withoutIntegrity),
    ...Object.keys(allowScripts),
  ]
  return [
    ...locked.flatMap(([path, entry]) => judge(nameOf(path), entry, allowScripts, licenceOf(path))),
    ...listed.filter((name) => !names.has(name)).map((name) => `${name} is listed and not there.`),
  ]
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function judge(
  name: string,
  entry: LockedPackage,
  allowScripts: Readonly<Record<string, boolean>>,
  installed: string | undefined,
): string[] {
  const problems: string[] = []
  if (!entry.integrity?.startsWith('sha512-') && !(name in withoutIntegrity))
    problems.push(`${name} has no integrity in the lock.`)
  if (entry.resolved !== undefined && !entry.resolved.startsWith('https://registry.npmjs.org/'))
    problems.push(`${name} comes from ${entry.resolved}.`)
  if (entry.hasInstallScript === true && allowScripts[name] === undefined)
    problems.push(`${name} runs a script while it is installed.`)
  const licence = entry.license ?? installed
  const isAllowed = isFreeUnder(
    licence,
    entry.dev === true ? [...allowedLicences, ...allowedLicencesOfTools] : allowedLicences,
  )
  // A build for another machine says nothing, and is not here to be asked: its package is the one that is.
  const isUnknownBuild = licence === undefined && entry.optional === true
  if (!isAllowed && !isUnknownBuild && !(name in readLicences))
    problems.push(`${name} is under ${licence ?? 'no licence that it names'}.`)
  return problems
}

/** Of an expression as SPDX writes it, of one level: any part of OR, every part of AND. */
export function isFreeUnder(expression: string | undefined, allowed: readonly string[]): boolean {
  if (expression === undefined) return false
  const plain = expression.replaceAll(/[()]/g, '')
  return plain
    .split(/ or /i)
    .some((choice) => choice.split(/ and /i).every((part) => allowed.includes(part.trim())))
}
