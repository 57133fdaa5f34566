import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mutants } from '../bookkeeping/simulation/mutants/mutants.ts'
import { scenarios } from '../stella/src/demo/scenarios.ts'
import { codeSpans, textOf } from './agreement/places.ts'
import { root, sourceFiles } from './architecture/sources.ts'

// What the pages for people who work on Stella tell them to type must be there under that name.

const pages = ['README.md', 'CONTRIBUTING.md', 'deploy/README.md']

describe.each(pages)('%s', (page) => {
  const text = textOf(page)
  const spans = spansIn(text)
  const commands = [...commandsIn(text), ...spans.filter((span) => /\bnpm (run|test)\b/.test(span))]

  test('names no script that package.json does not have', () => {
    expect(commands.filter((command) => !isScript(command))).toEqual([])
  })

  test('names no test, planted mistake or business that is not there', () => {
    expect(commands.flatMap(missingIn)).toEqual([])
  })

  test('names no file that is not there', () => {
    const paths = spans.filter((span) => /^[\w.-]+(\/[\w.-]+)*\/(?:[\w.-]+\.\w+)?$/.test(span))
    const ours = paths.filter((path) => existsSync(join(root, path.split('/')[0] ?? '')))
    const made = ['tests/output/screenshots', 'web/dist']
    expect(ours.filter((path) => !existsSync(join(root, path)) && !made.includes(path))).toEqual([])
  })
})

/** The lines of its blocks of commands, without what is said about them. */
function commandsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
}

/** What stands in code spans, outside blocks. */
function spansIn(markdown: string): string[] {
  return codeSpans(markdown.replaceAll(/^```.*?^```$/gms, ''))
}

/** `npm run x`, `npm run x -w workspace`, or what npm has a word of its own for. */
function isScript(command: string): boolean {
  const workspace = /(?:-w|--workspace) (\S+)/.exec(command)?.[1]
  const { scripts = {} } = JSON.parse(textOf(workspace ? `${workspace}/package.json` : 'package.json')) as {
    scripts?: Record<string, string>
  }
  const named = [...command.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g)].map(
    ([, script, word]) => script ?? word ?? '',
  )
  return named.every((name) => name in scripts)
}

function missingIn(command: string): string[] {
  const words = command.split(' -- ')[1]?.match(/"[^"]+"|\S+/g) ?? []
  const asked = words.map((word) => word.replaceAll('"', ''))
  if (command.includes('npm test --')) return asked.filter((word) => !word.startsWith('-') && !hasTests(word))
  if (command.includes('npm run mutants')) {
    const name = asked[asked.indexOf('--only') + 1] ?? ''
    return mutants.some((mutant) => mutant.name.includes(name)) ? [] : [name]
  }
  const names = command.includes('npm run dev') ? asked : asked[0] === 'demo' ? asked.slice(1) : []
  const known = ['list', '…', ...scenarios.map(({ name }) => name)]
  return names.filter((name) => !known.includes(name))
}

const tests = sourceFiles().filter(({ path }) => path.endsWith('.test.ts'))

function hasTests(pattern: string): boolean {
  return tests.some(({ path }) => path.includes(pattern))
}

test('the example of a new noun stands in the code as CONTRIBUTING.md tells it', () => {
  const [, section = ''] = textOf('CONTRIBUTING.md').split('## A new noun, from the table to the screen')
  const own = codeSpans(section.split('\n## ')[0] ?? '').filter((span) =>
    span.startsWith('web/src/customers/'),
  )
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter((path) => !existsSync(join(root, path)))).toEqual([])
  expect(readFileSync(join(root, 'bookkeeping/src/bookings/booking-states.ts'), 'utf8')).toContain(
    "{ from: 'sending', event: 'lost', to: 'unknown' }",
  )
})
