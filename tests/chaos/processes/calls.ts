import type { ChildProcess } from 'node:child_process'

/** What a process does for the one that started it, by name; each takes one value. */
export type Procedures = { readonly [name: string]: (input: never) => unknown }

/** Calls a procedure of another process by name. */
export type Calls<P extends Procedures> = <Name extends keyof P & string>(
  name: Name,
  input: Parameters<P[Name]>[0],
) => Promise<Awaited<ReturnType<P[Name]>>>

type Request = { readonly call: number; readonly name: string; readonly input: unknown }
type Answer = { readonly call: number; readonly value?: unknown; readonly error?: string }

/** In the child: answers calls until the parent is gone, and then ends. */
export function answerCalls<P extends Procedures>(procedures: P): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message: Request) => {
    const procedure = procedures[message.name] as ((input: unknown) => unknown) | undefined
    const answer = (content: Omit<Answer, 'call'>) => {
      if (process.connected) process.send?.({ call: message.call, ...content }, () => {})
    }
    Promise.resolve()
      .then(() => {
        if (procedure === undefined) throw new Error(`no procedure ${message.name}`)
        return procedure(message.input)
      })
      .then(
        (value) => answer({ value }),
        (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
      )
  })
}

/** In the parent: calls fail when the child answers with an error, or ends before it answered. */
export function callsOf<P extends Procedures>(child: ChildProcess): Calls<P> {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0
  child.on('message', (message: Answer) => {
    const waiting = open.get(message.call)
    open.delete(message.call)
    if (message.error === undefined) waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.error))
  })
  child.once('exit', () => {
    for (const waiting of open.values()) waiting.reject(new Error('the process has ended'))
    open.clear()
  })
  return (name, input) =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error('the process has ended'))
      last += 1
      open.set(last, { resolve: (value) => resolve(value as never), reject })
      const call = last
      child.send({ call, name, input }, (error) => {
        if (error === null) return
        open.delete(call)
        reject(error)
      })
    })
}
