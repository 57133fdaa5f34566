import type { Schemas } from '../api/client.ts'
import type { OpenView } from './paths.ts'

export type Age = Schemas['Age']

/** What stands in the address for each age of what is open. */
export const openViews: Readonly<Record<Age, OpenView>> = {
  not_due: 'niet-vervallen',
  days_1_30: '1-30-dagen',
  days_31_60: '31-60-dagen',
  days_over_60: 'meer-dan-60-dagen',
}
