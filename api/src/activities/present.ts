import { isCauseCode } from '@stella/bookkeeping'
import {
  type Activity,
  type ActivityOutcome,
  type ActivitySign,
  activityKinds,
  isActivityKind,
  type ListedActivity,
  messageCauses,
} from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import type { z } from 'zod'
import { mendingOf } from '../causes/mending.ts'
import type { Activity as Answer } from './contract.ts'

/** An entry of the log with its sentences in one language. */
export function presentActivity(activity: ListedActivity, language: Language): z.infer<typeof Answer> {
  const { kind, parameters, subjectId, subjectType } = activity
  const { title, detail } = sentencesOf(activity, language)
  const [before, subject, after] = title
  return {
    id: activity.id,
    at: activity.at.toISOString(),
    kind,
    outcome: activity.outcome,
    superseded: activity.superseded,
    subject: { type: subjectType, id: subjectId, label: labelOf(activity) },
    sign: signOf(activity),
    title: title.join(''),
    titleParts: { before, subject, after },
    detail,
    amount: textOf(parameters.amount),
    code: textOf(parameters.serviceCode),
    cause: anchorOfCause(activity),
    mending: mendingOfEntry(activity),
  }
}

// A kind of a version that came later and was taken back has no sentence and no sign here; what it is about and
// how it turned out can be said.

function sentencesOf(activity: ListedActivity, language: Language) {
  const { kind, parameters, superseded } = activity
  if (!isActivityKind(kind)) return { title: ['', labelOf(activity), ''] as const, detail: '' }
  return textsIn(language).activities[kind]({ ...parameters, superseded })
}

function signOf({ kind, outcome }: ListedActivity): ActivitySign {
  return isActivityKind(kind) ? activityKinds[kind].sign : signOfOutcome[outcome]
}

const signOfOutcome: Record<ActivityOutcome, ActivitySign> = {
  success: 'done',
  failure: 'failed',
  waiting: 'waiting',
  info: 'info',
}

/** What still waits or is being looked up may turn out well; only what failed, and is so still, is to be mended. */
function mendingOfEntry(entry: ListedActivity) {
  const { customerId, outcome, parameters, subjectId, subjectType, superseded } = entry
  if (outcome !== 'failure' || superseded) return null
  const reason = { cause: textOf(parameters.cause), causeCode: textOf(parameters.serviceCode) }
  return mendingOf(reason, { invoiceId: subjectType === 'invoice' ? subjectId : null, customerId })
}

/** Where the page of the causes explains it; nothing where it went on since, or that page does not know it. */
function anchorOfCause({ outcome, parameters, subjectType, superseded }: ListedActivity): string | null {
  const cause = textOf(parameters.cause)
  if (superseded || (outcome !== 'failure' && outcome !== 'waiting')) return null
  if (subjectType === 'message') return isMessageCause(cause) ? `mail-${cause}` : null
  return isCauseCode(cause) ? cause : null
}

function isMessageCause(cause: string | null): boolean {
  return cause !== null && Object.hasOwn(messageCauses, cause)
}

function labelOf({ parameters, subjectType }: Activity): string {
  const named = textOf(parameters.number) ?? textOf(parameters.customer)
  return named ?? (subjectType === 'connection' ? 'e-Boekhouden.nl' : '')
}

function textOf(parameter: Activity['parameters'][string] | undefined): string | null {
  return typeof parameter === 'string' ? parameter : null
}
