import type { Activity } from '@stella/database'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import type { Activity as Answer } from '../contract/activities.ts'

export function presentActivity(activity: Activity, _language: Language): z.infer<typeof Answer> {
  return {
    id: String(activity.position),
    at: activity.at.toISOString(),
    kind: activity.kind,
    outcome: activity.outcome,
    subject: {
      type: activity.subjectType,
      id: activity.subjectId,
      label: String(activity.parameters.number ?? activity.parameters.customer ?? ''),
    },
    title: activity.kind,
    detail: '',
    amount: typeof activity.parameters.amount === 'string' ? activity.parameters.amount : null,
    code: null,
  }
}
