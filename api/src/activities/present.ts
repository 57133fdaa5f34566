import type { Activity, ListedActivity } from '@stella/database'
import { type Language, type Texts, textsIn } from '@stella/texts'
import type { z } from 'zod'
import { mendingOf } from '../causes/mending.ts'
import type { Activity as Answer } from './contract.ts'

/** An entry of the log with its sentences in one language. */
export function presentActivity(activity: ListedActivity, language: Language): z.infer<typeof Answer> {
  const { kind, parameters, position, subjectId, subjectType } = activity
  const label = labelOf(activity)
  return {
    id: String(position),
    at: activity.at.toISOString(),
    kind,
    outcome: activity.outcome,
    superseded: activity.superseded,
    subject: { type: subjectType, id: subjectId, label },
    ...sentencesOf(activity, label, textsIn(language).activities),
    amount: textOf(parameters.amount),
    code: textOf(parameters.serviceCode),
    mending: mendingOfEntry(activity),
  }
}

/** What still waits or is being looked up may turn out well; only what failed, and is so still, is to be mended. */
function mendingOfEntry(entry: ListedActivity) {
  const { customerId, outcome, parameters, subjectId, subjectType, superseded } = entry
  if (outcome !== 'failure' || superseded) return null
  const reason = { cause: textOf(parameters.cause), causeCode: textOf(parameters.serviceCode) }
  return mendingOf(reason, { invoiceId: subjectType === 'invoice' ? subjectId : null, customerId })
}

function sentencesOf(
  { kind, parameters, superseded }: ListedActivity,
  label: string,
  sentences: Texts['activities'],
) {
  // A kind of a version that came later and was taken back has no sentence here; what it is about can be said.
  return isKnown(kind, sentences)
    ? sentences[kind]({ ...parameters, superseded })
    : { title: label, detail: '' }
}

function isKnown(kind: string, sentences: Texts['activities']): kind is keyof Texts['activities'] {
  return Object.hasOwn(sentences, kind)
}

function labelOf({ parameters, subjectType }: Activity): string {
  const named = textOf(parameters.number) ?? textOf(parameters.customer)
  return named ?? (subjectType === 'connection' ? 'e-Boekhouden.nl' : '')
}

function textOf(parameter: Activity['parameters'][string] | undefined): string | null {
  return typeof parameter === 'string' ? parameter : null
}
