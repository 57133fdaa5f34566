/** A fault that the sandbox plays; its README lists the kinds. */
export interface Fault {
  kind: string
  operation?: string
  times?: number
  from?: number
  code?: string
  status?: number
  moment?: 'before' | 'after'
  subject?: string
  seconds?: number
}

/** One administration of the sandbox, and what happens to it from outside. */
export interface PracticeBooks {
  readonly guid: string
  /** The three codes as the API takes them; other ones after `changePassword`. */
  codes(): { username: string; securityCode1: string; securityCode2: string }
  /** Numbers of its mutations by invoice number. */
  mutations(): Promise<{ number: number; invoiceNumber: string }[]>
  changeMutation(number: number, change: { date: string }): Promise<void>
  removeMutation(number: number): Promise<void>
  /** As somebody does who changes their password there: code 1 changes with it. */
  changePassword(): Promise<void>
  /** Lets the fault befall this administration alone; gives how to end it. */
  play(fault: Fault): Promise<() => Promise<void>>
}

interface Access {
  guid: string
  username: string
  code1: string
  code2: string
}

/** A new administration in the sandbox at this address, by its control API. */
export async function newPracticeBooks(sandboxUrl: string, company: string): Promise<PracticeBooks> {
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${sandboxUrl}/_sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  let access = await ask<Access>('POST', '/administrations', { company })
  const { guid } = access
  const books = `/books/${encodeURIComponent(guid)}`
  return {
    guid,
    codes: () => ({
      username: access.username,
      securityCode1: access.code1,
      securityCode2: access.code2,
    }),
    mutations: async () =>
      (await ask<{ mutations: Awaited<ReturnType<PracticeBooks['mutations']>> }>('GET', books)).mutations,
    changeMutation: (number, change) => ask('PATCH', `${books}/mutations/${number}`, change),
    removeMutation: (number) => ask('DELETE', `${books}/mutations/${number}`),
    changePassword: async () => {
      access = await ask('POST', `/administrations/${encodeURIComponent(guid)}/password`)
    },
    play: async (fault) => {
      const { id } = await ask<{ id: string }>('POST', '/faults', { ...fault, administration: guid })
      return () => ask('DELETE', `/faults/${encodeURIComponent(id)}`)
    },
  }
}
