import type {
  AdministrationAccess,
  BooksSnapshot,
  FaultRule,
  NewMutation,
} from '@stella/e-boekhouden-sandbox'

/** What a test does to a running sandbox from outside. */
export interface SandboxControl {
  /** Books of their own, so that the numbers of one test never meet those of another. */
  newAdministration(company: string): Promise<AdministrationAccess>
  booksOf(administration: AdministrationAccess): Promise<BooksSnapshot>
  /** What a person does there by hand. */
  by(administration: AdministrationAccess): {
    /** @returns its number */
    bookMutation(mutation: NewMutation): Promise<number>
    changeMutation(number: number, change: Partial<NewMutation>): Promise<void>
    removeMutation(number: number): Promise<void>
  }
  /** As somebody does who changes their password there: code 1 changes with it. */
  changePassword(username: string): Promise<AdministrationAccess>
  /** Returns how to end the fault. */
  play(rule: FaultRule): Promise<() => Promise<void>>
}

export function controlOf(sandboxUrl: string): SandboxControl {
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
  return {
    newAdministration: (company) => ask('POST', '/administrations', { company }),
    booksOf: ({ guid }) => ask('GET', `/books/${encodeURIComponent(guid)}`),
    by: ({ guid }) => {
      const mutations = `/books/${encodeURIComponent(guid)}/mutations`
      return {
        bookMutation: async (mutation) => (await ask<{ number: number }>('POST', mutations, mutation)).number,
        changeMutation: (number, change) => ask('PATCH', `${mutations}/${number}`, change),
        removeMutation: (number) => ask('DELETE', `${mutations}/${number}`),
      }
    },
    changePassword: (username) => ask('POST', `/administrations/${encodeURIComponent(username)}/password`),
    async play(rule) {
      const { id } = await ask<{ id: string }>('POST', '/faults', rule)
      return async () => {
        await ask('DELETE', `/faults/${encodeURIComponent(id)}`)
      }
    },
  }
}
