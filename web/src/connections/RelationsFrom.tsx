import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Notice } from '../components/Notice.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ChoiceField } from '../forms/ChoiceField.tsx'
import { sentenceOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { type Connection, changePreferences, connectionQuery } from './queries.ts'

/** With which invoice a customer goes to e-Boekhouden.nl; saved as soon as it is chosen. */
export function RelationsFrom({ connection }: { connection: Connection }) {
  const texts = useTexts()
  const { integrations: words } = texts
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: changePreferences,
    onSuccess: (changed) => queryClient.setQueryData(connectionQuery.queryKey, changed),
  })
  const chosen = change.isPending ? change.variables.relationsFrom : connection.relationsFrom
  return (
    <div>
      <Permitted to="connection">
        <ChoiceField
          legend={words.relationsFrom}
          options={[
            { value: 'draft', label: words.relationsFromDraft },
            { value: 'final', label: words.relationsFromFinal },
          ]}
          value={chosen}
          onChange={(relationsFrom) => change.mutate({ relationsFrom })}
        />
      </Permitted>
      {change.error && (
        <Notice kind="failed" title={words.notChanged}>
          {sentenceOf(change.error, texts)}
        </Notice>
      )}
    </div>
  )
}
