import { randomUUID } from 'node:crypto'
import { requestReconciliation } from '@stella/bookkeeping'
import { inOrganization, inTransaction, listStandings, type OrganizationStanding } from '@stella/database'
import { cents, formatAmount, mayRole, readRole, todayInAmsterdam } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { causeSentences } from '../causes/present.ts'
import type { App } from '../http/app.ts'
import { personOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import { periodOf } from '../reconciliation/period.ts'
import { actorOf, byUrgency, causeOf, sinceOf, standingOf } from './standing.ts'
import * as contract from './standing-contract.ts'

/** What was read this short ago says the same. */
const FRESH_MS = 10 * 60_000

/** The organizations that somebody works for, side by side. */
export function standingRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  const standingsOf = (sessionTokenHash: string, period: { from: string; until: string }) => {
    const of = { sessionTokenHash, ...period, today: todayInAmsterdam(now()) }
    return inTransaction(databases.app, (tx) => listStandings(tx, of))
  }

  app.get('/api/organizations', contract.listOrganizations, async (request) => {
    const rows = await standingsOf(personOf(request).sessionTokenHash, periodOf(request.query))
    const language = languageOf(request)
    return { items: rows.toSorted(byUrgency).flatMap((row) => present(row, language) ?? []) }
  })

  app.post('/api/organizations/reconciliations', contract.readReconciliations, async (request, reply) => {
    const { sessionTokenHash, user } = personOf(request)
    const period = periodOf(request.body)
    let count = 0
    for (const row of await standingsOf(sessionTokenHash, period)) {
      if (!isToBeRead(row, now())) continue
      const asked = { ...period, by: user.name, id: randomUUID(), now: now() }
      const isAsked = await inOrganization(databases.app, row.id, (tx) => requestReconciliation(tx, asked))
      count += isAsked ? 1 : 0
    }
    bookkeeping.wake()
    return reply.code(202).send({ count })
  })
}

function isToBeRead({ role, state, verdict }: OrganizationStanding, now: Date): boolean {
  const known = readRole(role)
  const isFresh = verdict !== null && now.getTime() < verdict.readAt.getTime() + FRESH_MS
  return known !== null && mayRole(known, 'bookings') && state === 'active' && !isFresh
}

/** Null for a role that this version does not know, which may do nothing. */
function present(
  row: OrganizationStanding,
  language: Language,
): z.infer<typeof contract.OrganizationStanding> | null {
  const { failed, id, isBeingRead, name, outstanding, overdue, verdict, waiting } = row
  const role = readRole(row.role)
  if (role === null) return null
  return {
    id,
    name,
    role,
    standing: standingOf(row),
    since: sinceOf(row)?.toISOString() ?? null,
    actor: actorOf(row),
    reason: causeSentences(causeOf(row), language)?.what ?? null,
    waiting,
    failed,
    outstanding: formatAmount(cents(outstanding)),
    overdue: { count: overdue.count, total: formatAmount(cents(overdue.amount)) },
    compared: verdict && {
      readAt: verdict.readAt.toISOString(),
      by: verdict.lookedBy,
      differences: verdict.openDifferences,
      net: formatAmount(cents(verdict.net)),
      vat: formatAmount(cents(verdict.vat)),
    },
    isBeingRead,
  }
}
