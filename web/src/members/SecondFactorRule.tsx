import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { TickField } from '../forms/TickField.tsx'
import { useTexts } from '../language/language.tsx'
import { askSecondFactor, membersQuery } from './queries.ts'

/** Whether owners need a second factor for what moves money; kept at once, without a button. */
export function SecondFactorRule({ isAsked }: { isAsked: boolean }) {
  const { members: words } = useTexts()
  const toast = useToast()
  const queryClient = useQueryClient()
  const { data: session } = useQuery(sessionQuery)
  const change = useMutation({
    mutationFn: (wanted: boolean) => askSecondFactor({ isAsked: wanted }),
    onSuccess: (rule) => toast({ text: rule.isAsked ? words.secondFactorAsked : words.secondFactorNotAsked }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: membersQuery.queryKey }),
  })
  const needsOwnFirst = !isAsked && session?.user.hasSecondFactor === false
  return (
    <Sheet padded>
      <div className={form.form}>
        <FailureNotice title={words.notChanged} failure={change.error} />
        <TickField
          label={words.askSecondFactor}
          help={
            needsOwnFirst
              ? `${words.askSecondFactorHelp} ${words.askSecondFactorFirst}`
              : words.askSecondFactorHelp
          }
          checked={change.isPending ? change.variables : isAsked}
          onChange={(wanted) => change.mutate(wanted)}
        />
      </div>
    </Sheet>
  )
}
