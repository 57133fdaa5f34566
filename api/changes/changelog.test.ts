import { expect, test } from 'vitest'
import { changed, removed } from './change.ts'
import { breakingSection, unnamed } from './changelog.ts'

const changelog = [
  '# Changelog',
  '## Unreleased',
  '### Added',
  '- `Dog.age`.',
  '### Breaking',
  '- `GET /api/cats` is gone: use `GET /api/dogs`.',
  '### Fixed',
  '- `Dog.size`.',
  '## 1.0.0',
  '### Breaking',
  '- `Dog.name` is gone.',
].join('\n')

const section = breakingSection(changelog)

test('what breaks is named under its heading of the version to come, and nowhere else', () => {
  const gone = ['GET /api/cats', 'Dog.age', 'Dog.size', 'Dog.name'].map((subject) =>
    removed(subject, 'is gone'),
  )
  expect(unnamed(gone, section).map(({ subject }) => subject)).toEqual(['Dog.age', 'Dog.size', 'Dog.name'])
})

test('what does not break needs no name', () => {
  expect(unnamed([changed('Dog.owner', 'may be null now', false)], section)).toEqual([])
})

test('a changelog without such a heading names nothing', () => {
  expect(breakingSection('# Changelog\n## Unreleased\n### Added\n- More.')).toBe('')
  expect(unnamed([removed('Dog.name', 'is gone')], '')).toHaveLength(1)
})
