import {
  announceActivities,
  findMailServer,
  findMailSettings,
  inOrganization,
  listMailTemplates,
  type StoredMailSettings,
  saveMailSettings,
  saveMailTemplate,
  type Transaction,
} from '@stella/database'
import { usualTemplate } from '@stella/documents'
import {
  type MessageTemplate,
  messageKinds,
  messageLanguages,
  messagePlaceholders,
  validateMailSettings,
  validateTemplate,
} from '@stella/invoicing'
import { activityOf } from '../activities/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context, Mailing } from '../http/context.ts'
import { fieldError } from '../http/domain-problems.ts'
import * as contract from './contract.ts'

/** Whether mails reach anybody: through a mail server of the organization's own, or through Stella's. */
export async function delivers(tx: Transaction, mailing: Pick<Mailing, 'delivers'>): Promise<boolean> {
  return mailing.delivers || (await findMailServer(tx)) !== null
}

const variants = messageKinds.flatMap((kind) => messageLanguages.map((language) => ({ kind, language })))

/** How an organization mails its invoices. */
export function mailSettingsRoutes(app: App, { databases, mailing, now }: Context): void {
  app.get('/api/mail-settings', contract.getMailSettings, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) =>
      present(tx, await findMailSettings(tx), mailing),
    ),
  )

  app.put('/api/mail-settings', contract.updateMailSettings, async (request) => {
    const { revision, templates, ...given } = request.body
    const settings = validateMailSettings(given)
    const checked = templates.map((template) => ({ ...template, checked: validateTemplate(template) }))
    const fields = [
      ...(settings.ok ? [] : settings.problems.map(fieldError)),
      ...checked.flatMap(({ kind, language, checked: outcome }) =>
        outcome.ok
          ? []
          : outcome.problems.map((problem) =>
              fieldError({ ...problem, path: `${kind}.${language}.${problem.path}` }),
            ),
      ),
    ]
    if (fields.length > 0 || !settings.ok) throw new ApiError('invalid_fields', { fields })
    const { id } = organizationOf(request)
    const answer = await inOrganization(databases.app, id, async (tx) => {
      const saved = await saveMailSettings(tx, settings.value, revision)
      for (const variant of variants) {
        const own = checked.find((it) => it.kind === variant.kind && it.language === variant.language)
        const usual = usualTemplate(variant.kind, variant.language)
        const written = own?.checked.ok && !isAlike(own.checked.value, usual) ? own.checked.value : null
        await saveMailTemplate(tx, variant, written)
      }
      await activityOf(tx, request, { kind: 'mail_settings_changed', at: now() })
      return present(tx, saved, mailing)
    })
    void announceActivities(databases.app, id)
    return answer
  })
}

async function present(
  tx: Transaction,
  settings: StoredMailSettings,
  mailing: Pick<Mailing, 'delivers' | 'seesBounces'>,
) {
  const own = await listMailTemplates(tx)
  return {
    ...settings,
    templates: variants.map((variant) => {
      const written = own.find((it) => it.kind === variant.kind && it.language === variant.language)
      const usual = usualTemplate(variant.kind, variant.language)
      return { ...variant, ...(written ?? usual), isOwn: written !== undefined, usual }
    }),
    placeholders: [...messagePlaceholders],
    delivers: await delivers(tx, mailing),
    seesBounces: mailing.seesBounces,
  }
}

/** What is as usual is not kept, so that it follows when the usual words become better. */
function isAlike(one: MessageTemplate, other: MessageTemplate): boolean {
  return one.subject === other.subject && one.body === other.body
}
