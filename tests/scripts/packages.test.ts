import { describe, expect, test } from 'vitest'
import { isFreeUnder, judgePackages, type LockedPackage } from '../../scripts/packages/judge-packages.ts'
import { allowedLicences, readLicences, withoutIntegrity } from '../../scripts/packages/rules.ts'

const listed = Object.fromEntries(
  [...Object.keys(readLicences), ...Object.keys(withoutIntegrity)].map((name) => [
    `node_modules/${name}`,
    { license: 'MIT', integrity: 'sha512-x' },
  ]),
)
const fine: LockedPackage = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' }
const judged = (entry: LockedPackage, scripts = {}) =>
  judgePackages({ ...listed, 'node_modules/a/node_modules/@b/c': entry }, scripts, () => undefined)

describe('a package of others', () => {
  test.each<[string, LockedPackage, string[]]>([
    ['as it should be', fine, []],
    ['without integrity', { ...fine, integrity: undefined as never }, ['@b/c has no integrity in the lock.']],
    ['with a weak one', { ...fine, integrity: 'sha1-x' }, ['@b/c has no integrity in the lock.']],
    [
      'from elsewhere',
      { ...fine, resolved: 'git+ssh://git@example.org/b/c.git' },
      ['@b/c comes from git+ssh://git@example.org/b/c.git.'],
    ],
    ['with a script', { ...fine, hasInstallScript: true }, ['@b/c runs a script while it is installed.']],
    ['under another licence', { ...fine, license: 'AGPL-3.0' }, ['@b/c is under AGPL-3.0.']],
    ['under one for tools only', { ...fine, license: 'Artistic-2.0' }, ['@b/c is under Artistic-2.0.']],
    ['that is a tool', { ...fine, license: 'Artistic-2.0', dev: true }, []],
    [
      'without a licence',
      { version: '1.0.0', integrity: 'sha512-x' },
      ['@b/c is under no licence that it names.'],
    ],
  ])('%s', (_name, entry, problems) => {
    expect(judged(entry)).toEqual(problems)
  })

  test('whose script is listed may run it, and what is listed must be there', () => {
    expect(judged({ ...fine, hasInstallScript: true }, { '@b/c': true })).toEqual([])
    expect(judged(fine, { 'left-pad': true })).toEqual(['left-pad is listed and not there.'])
  })
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND OFL-1.1', true],
  ['MIT AND GPL-3.0', false],
  ['MIT or MPL-2.0', true],
  ['GPL-3.0 OR AGPL-3.0', false],
  ['SEE LICENSE IN LICENSE', false],
])('%s is free: %s', (expression, isFree) => {
  expect(isFreeUnder(expression, allowedLicences)).toBe(isFree)
})
