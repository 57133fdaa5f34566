import type { OrganizationStanding } from './queries.ts'

type Actor = OrganizationStanding['actor'] | 'you'

/** Who must act, as it concerns whoever looks: an owner keeps the books too where nobody else is asked. */
export function actorFor({ actor, role }: Pick<OrganizationStanding, 'actor' | 'role'>): Actor {
  const isYou = actor === role || (actor === 'bookkeeper' && role === 'owner')
  return isYou ? 'you' : actor
}

/** The last day on which the VAT of a month or quarter is declared: a month after it (article 10 AWR). */
export function returnDueAfter({ kind, until }: { kind: string; until: string }): string | null {
  if (kind === 'year') return null
  const [year = 0, month = 0] = until.split('-').map(Number)
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10)
}
