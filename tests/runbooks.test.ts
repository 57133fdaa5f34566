import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { textsIn } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { stella } from '../stella/src/commands/stella.ts'
import { openMetrics } from '../stella/src/metrics/metrics.ts'
import { codeSpans, textOf } from './agreement/places.ts'
import { root } from './architecture/sources.ts'

// What the pages for bad nights tell somebody to type must be there, word for word: nobody has time then to find out
// what it is called by now.

const pages = [
  'README.md',
  'SECURITY.md',
  'deploy/README.md',
  ...readdirSync(join(root, 'docs/runbooks')).map((name) => `docs/runbooks/${name}`),
]
const figures = openMetrics({ kysely: undefined as never }).names()

describe.each(pages)('%s', (page) => {
  const markdown = textOf(page)

  test('has commands of the program only as the program has them', () => {
    expect(commandsIn(markdown).flatMap(problemsOf)).toEqual([])
  })

  test('names figures that are served', () => {
    const named = codeSpans(markdown).filter((span) => /^stella_[a-z]+_[a-z_]+$/.test(span))
    const roles = [
      'stella_app',
      'stella_worker',
      'stella_support',
      'stella_accounts',
      'stella_mail',
      'stella_backup',
    ]
    const isServed = (name: string) => figures.some((figure) => figure === name)
    expect(named.filter((name) => !isServed(name) && !roles.includes(name))).toEqual([])
  })
})

test('a command that is not there, an option it has not, or a word too few is found', () => {
  const wrong = ['npm run stella -- backups', 'npm run stella -- restore', 'npm run stella -- backup --key x']
  expect(wrong.map((line) => problemsOf(line).length)).toEqual([1, 1, 1])
  expect(commandsIn('```sh\nA=b npm run stella -- backup   # now\n```')).toEqual([
    'A=b npm run stella -- backup',
  ])
})

/** From blocks and from spans, without what is said about them. */
function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) => block.split('\n'))
  const lines = blocks.map((line) => line.replace(/\s#.*$/, '').trim())
  const spans = codeSpans(markdown.replaceAll(/```.*?```/gs, ''))
  return [...lines, ...spans].filter((line) => /\bnpm run stella -- \S/.test(line))
}

type Command = {
  subCommands?: Record<string, Command>
  args?: Record<string, { type?: string; required?: boolean }>
}

function problemsOf(line: string): string[] {
  const words: string[] = (line.split('npm run stella -- ')[1] ?? '').match(/"[^"]*"|\S+/g) ?? []
  // An ellipsis stands for what is left out.
  const isShortened = words.includes('…')
  let command = stella(textsIn('en')) as unknown as Command
  let [word, ...rest] = words.filter((it) => it !== '…')
  while (word !== undefined && command.subCommands !== undefined) {
    const next: Command | undefined = command.subCommands[word]
    if (next === undefined) return [`${line}: there is no command ${word}`]
    command = next
    ;[word, ...rest] = rest
  }
  const given = [word, ...rest].filter((it) => it !== undefined)
  const options = given.filter((it) => it.startsWith('--')).map((it) => it.slice(2))
  const args = command.args ?? {}
  const unknown = options.filter((name) => args[name] === undefined || args[name].type === 'positional')
  const wanted = Object.entries(args).filter(([, { required }]) => required)
  const isGiven = ([name, { type }]: (typeof wanted)[number]) =>
    type === 'positional' ? given[0] !== undefined && !given[0].startsWith('--') : options.includes(name)
  const missing =
    isShortened || given.length === 0 ? wantedPositional(wanted, given) : wanted.filter((it) => !isGiven(it))
  return [
    ...unknown.map((name) => `${line}: it has no --${name}`),
    ...missing.map(([name]) => `${line}: it wants ${name}`),
  ]
}

/** A command that is only named may leave out its options. */
function wantedPositional<Wanted extends [string, { type?: string }]>(
  wanted: Wanted[],
  given: string[],
): Wanted[] {
  return given.length === 0 ? wanted.filter(([, { type }]) => type === 'positional') : []
}
