import {
  announceActivities,
  findProfile,
  inOrganization,
  saveProfile,
  type Transaction,
} from '@stella/database'
import { type OrganizationProfile, validateOrganization } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { activityOf } from '../activities/record.ts'
import { auditOf } from '../audit/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { isProgram, organizationOf, requireOwnHand } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { valid } from '../http/domain-problems.ts'
import { getOrganization, updateOrganization } from './contract.ts'
import { logoRoutes } from './logo-routes.ts'
import { standingRoutes } from './standing-routes.ts'

export function organizationRoutes(app: App, context: Context): void {
  const { callers, databases, now } = context
  app.get('/api/organization', getOrganization, async (request) => {
    const { id } = organizationOf(request)
    return { id, ...(await inOrganization(databases.app, id, findProfile)) }
  })

  logoRoutes(app, context)
  standingRoutes(app, context)

  app.put('/api/organization', updateOrganization, async (request) => {
    const { id } = organizationOf(request)
    const profile = valid(validateOrganization(request.body))
    const saved = await inOrganization(databases.app, id, async (tx) => {
      // A key that leaks must not send the customers' money elsewhere.
      const before = await findProfile(tx)
      if (paysElsewhere(before, profile)) {
        if (isProgram(request)) throw new ApiError('person_only')
        requireOwnHand(request)
        await auditOf(tx, request, {
          action: 'bank_account_changed',
          before: accountOf(before),
          after: accountOf(profile),
        })
      }
      await tellOfChange(tx, request, { before, after: profile, at: now() })
      await saveProfile(tx, profile)
      return findProfile(tx)
    })
    // The name of the account follows that on the invoices, so that people see one name everywhere.
    await databases.accounts.kysely
      .updateTable('accounts.organization')
      .set({ name: profile.name })
      .where('id', '=', id)
      .execute()
    void announceActivities(databases.app, id)
    callers.forgetOrganization(id)
    return { id, ...saved }
  })
}

/** Of what was filled in for the first time the log says nothing. */
async function tellOfChange(tx: Transaction, request: FastifyRequest, { after, at, before }: Change) {
  const { iban: account, vatScheme: scheme } = after
  if (before.iban !== null && before.iban !== account)
    await activityOf(tx, request, { kind: 'bank_account_changed', parameters: { account }, at })
  if (before.vatScheme !== scheme)
    await activityOf(tx, request, { kind: 'vat_scheme_changed', parameters: { scheme }, at })
}

type Change = { before: OrganizationProfile; after: OrganizationProfile; at: Date }

function paysElsewhere(
  before: Pick<OrganizationProfile, 'iban' | 'accountName'>,
  after: Pick<OrganizationProfile, 'iban' | 'accountName'>,
): boolean {
  return before.iban !== after.iban || before.accountName !== after.accountName
}

function accountOf({ iban, accountName }: Pick<OrganizationProfile, 'iban' | 'accountName'>) {
  return { iban, accountName }
}
