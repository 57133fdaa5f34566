import type { ListedActivity } from '@stella/database'
import { type Language, textsIn } from '@stella/texts'
import type { Column } from '@stella/transfer'
import { presentActivity } from './present.ts'

/** The log as a spreadsheet has it: the words of the screen, a column each. */
export function activityColumns(language: Language): Column<ListedActivity>[] {
  const { csv, screens } = textsIn(language)
  const { activities: words } = csv
  const log = screens.activities
  const outcomes = {
    success: log.outcomeSuccess,
    failure: log.outcomeFailure,
    waiting: log.outcomeWaiting,
    info: log.outcomeInfo,
  }
  // Its cells are asked one after the other: the sentences of an entry are made once.
  let last: { of: ListedActivity; said: ReturnType<typeof presentActivity> } | undefined
  const said = (of: ListedActivity) => {
    if (last?.of !== of) last = { of, said: presentActivity(of, language) }
    return last.said
  }
  return [
    { title: words.at, cell: ({ at }) => at.toISOString() },
    {
      title: words.outcome,
      cell: ({ outcome, superseded }) => (superseded ? log.outcomeSuperseded : outcomes[outcome]),
    },
    { title: words.title, cell: (activity) => said(activity).title },
    { title: words.detail, cell: (activity) => said(activity).detail },
    { title: words.code, cell: (activity) => said(activity).code },
    { title: words.amount, cell: (activity) => said(activity).amount },
  ]
}
