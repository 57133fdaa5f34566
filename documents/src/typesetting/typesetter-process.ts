import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TypesettingLimits } from './limits.ts'
import { TypesetterEnded, TypesettingError } from './typesetting-error.ts'
import type { Answer, Question, SetAs } from './typesetting-process.ts'

/** One process that sets one document after another. */
export type TypesetterProcess = {
  /** @throws TypesettingError also when it takes longer than it may; TypesetterEnded when the process ends */
  set(question: Question): Promise<SetAs[keyof SetAs]>
  /** Whether it has set as many documents, or holds as much memory, as it may, or does not answer. */
  isWorn(): boolean
  /** Ends it, with what it is setting. */
  end(): Promise<void>
}

const program = fileURLToPath(new URL('./typesetting-process.ts', import.meta.url))

export function startTypesetterProcess(limits: TypesettingLimits): TypesetterProcess {
  const child = fork(program, [], {
    serialization: 'advanced',
    execArgv: [],
    // It needs no setting, and no secret among them. Windows starts nothing without this one.
    env: { SystemRoot: process.env.SystemRoot },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // What it could not be told any more is told by its end; without a listener this would end the whole program.
  child.on('error', () => {})
  let documents = 0
  let memory = 0
  let isBroken = false
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    async set(question) {
      documents += 1
      const answer = await ask(child, question, limits.timeLimit).catch((error: unknown) => {
        isBroken = true
        throw error
      })
      memory = answer.memory
      if ('failure' in answer) throw new TypesettingError(answer.failure)
      return answer.set
    },
    isWorn: () =>
      isBroken || hasEnded() || documents >= limits.documentsPerProcess || memory >= limits.memoryPerProcess,
    async end() {
      if (hasEnded()) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

function ask(child: ChildProcess, question: Question, timeLimit: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const onExit = () => reject(new TypesetterEnded())
  const onTime = () => {
    child.kill('SIGKILL')
    reject(new TypesettingError(`The document took longer than ${timeLimit} ms.`))
  }
  const timer = setTimeout(onTime, timeLimit)
  child.once('message', resolve)
  child.once('exit', onExit)
  child.send(question, (error) => {
    if (error !== null) reject(new TypesetterEnded())
  })
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', resolve)
    child.off('exit', onExit)
  })
}
