import type { PlainDate } from '@stella/invoicing'

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

/** Money that came in at the bank for an invoice that stands in the books. */
export interface Payment {
  invoiceNumber: string
  /** In euros, such as `121.00`. */
  amount: string
  date: PlainDate
  /** The number that whoever paid wrote with it, where that is another one. */
  writtenAs?: string
}

/** One administration of the sandbox, and what happens to it from outside. */
export interface PracticeBooks {
  readonly guid: string
  /** The three codes as the API takes them; other ones after `changePassword`. */
  codes(): { username: string; securityCode1: string; securityCode2: string }
  /** Numbers of its mutations by invoice number. */
  mutations(): Promise<{ number: number; invoiceNumber: string; relationCode: string }[]>
  changeMutation(number: number, change: { date: string }): Promise<void>
  removeMutation(number: number): Promise<void>
  /** As whoever keeps the books does with the statement of the bank. */
  receivePayment(payment: Payment): Promise<void>
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
  const mutations = async () =>
    (await ask<{ mutations: Awaited<ReturnType<PracticeBooks['mutations']>> }>('GET', books)).mutations
  /** Of an invoice that was paid under another number: it says whose money it is. */
  const relationOf = async (number: string) =>
    (await mutations()).find(({ invoiceNumber }) => invoiceNumber === number)?.relationCode
  return {
    guid,
    codes: () => ({
      username: access.username,
      securityCode1: access.code1,
      securityCode2: access.code2,
    }),
    mutations,
    changeMutation: (number, change) => ask('PATCH', `${books}/mutations/${number}`, change),
    removeMutation: (number) => ask('DELETE', `${books}/mutations/${number}`),
    receivePayment: async ({ invoiceNumber, writtenAs, ...money }) => {
      const elsewhere = writtenAs === undefined ? {} : { relationCode: await relationOf(invoiceNumber) }
      await ask('POST', `${books}/payments`, {
        ...money,
        ...elsewhere,
        invoiceNumber: writtenAs ?? invoiceNumber,
      })
    },
    changePassword: async () => {
      access = await ask('POST', `/administrations/${encodeURIComponent(guid)}/password`)
    },
    play: async (fault) => {
      const { id } = await ask<{ id: string }>('POST', '/faults', { ...fault, administration: guid })
      return () => ask('DELETE', `/faults/${encodeURIComponent(id)}`)
    },
  }
}
