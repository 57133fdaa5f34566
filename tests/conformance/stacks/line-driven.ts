import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Stack, StackFault, type StackKind } from './stack.ts'

interface Said {
  answer?: unknown
  fault?: { code: string; text: string }
}

/** A client in another language: a program beside this file that is given one call a line and says one line back. */
export function lineDriven(options: {
  name: string
  soapVersion: '1.1' | '1.2'
  /** Commands to try, in this order. */
  commands: readonly string[]
  program: string
  /** Arguments that make the command end with 0 where everything needed is installed. */
  check: readonly string[]
  /** What to install, for the notice. */
  needs: string
  /** What of an answer is the content of the operation's result element. */
  resultOf(operation: string, answer: unknown): unknown
}): StackKind {
  const command = options.commands.find(
    (candidate) => spawnSync(candidate, options.check, { stdio: 'ignore' }).status === 0,
  )
  return {
    name: options.name,
    soapVersion: options.soapVersion,
    missing: () => (command === undefined ? `${options.needs} not found` : null),
    async connect(wsdl) {
      const program = fileURLToPath(new URL(options.program, import.meta.url))
      return driven(command ?? '', [program, wsdl, options.soapVersion], options.resultOf)
    },
  }
}

function driven(command: string, args: string[], resultOf: (operation: string, answer: unknown) => unknown) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let complaints = ''
  child.stderr.on('data', (part) => {
    complaints += part
  })
  // A program that has died says so by the end of its lines.
  child.stdin.on('error', () => {})
  const stack: Stack = {
    async call(operation, request) {
      child.stdin.write(`${JSON.stringify({ operation, request })}\n`)
      const { value } = await lines.next()
      if (typeof value !== 'string') throw new Error(`${command} ended: ${complaints}`)
      const { answer, fault }: Said = JSON.parse(value)
      if (fault) throw new StackFault(fault.code, fault.text)
      return resultOf(operation, answer)
    },
    close() {
      child.stdin.end()
    },
  }
  return stack
}
