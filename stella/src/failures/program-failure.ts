import type { Texts } from '@stella/texts'

type Phrases = Texts['program']['failures']

/** What can keep the program from running: the closed table is `program.failures` in the texts. */
export type ProgramFailureCode = keyof Phrases

type ParametersOf<Code extends ProgramFailureCode> = Phrases[Code] extends (...parameters: infer P) => string
  ? P
  : []

/** Something a person has to mend; it is said in one sentence and never as a stack trace. */
export class ProgramFailure<Code extends ProgramFailureCode = ProgramFailureCode> extends Error {
  readonly code: Code
  readonly parameters: ParametersOf<Code>

  constructor(code: Code, parameters: ParametersOf<Code>, cause?: unknown) {
    super(`${code}: ${parameters.join(', ')}`, cause === undefined ? {} : { cause })
    this.name = 'ProgramFailure'
    this.code = code
    this.parameters = parameters
  }

  sentence(texts: Texts): string {
    const phrase: string | ((...parameters: never[]) => string) = texts.program.failures[this.code]
    return typeof phrase === 'string' ? phrase : phrase(...(this.parameters as never[]))
  }
}

/** The code of a system error such as EADDRINUSE, or undefined. */
export function systemCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
