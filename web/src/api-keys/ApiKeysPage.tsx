import { Skeleton, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { files } from '../routing/paths.ts'
import styles from './ApiKeysPage.module.css'
import { ApiKeyTable } from './ApiKeyTable.tsx'
import { NewApiKey } from './NewApiKey.tsx'
import { apiKeysQuery, createApiKey } from './queries.ts'

type Wish = { name: string; scope: 'read' | 'write'; life: string }

/** «Voorkeuren» › «API»: keys for other programs. */
export function ApiKeysPage() {
  const texts = useTexts()
  const { apiKeys: words } = texts
  const queryClient = useQueryClient()
  const { data, isError, refetch } = useQuery(apiKeysQuery)
  const fields = useForm<Wish>({ initialValues: { name: '', scope: 'write', life: '365' } })
  const creation = useSingleMutation({
    mutationFn: ({ name, scope, life }: Wish) =>
      createApiKey({ name, scope, days: life === 'always' ? null : Number(life) }),
    onSuccess: () => {
      fields.reset()
      void queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey })
    },
    onError: (failure) => showFieldProblems(fields, failure),
  })
  return (
    <PreferencesFrame title={words.title} lead={words.lead} to="keys">
      {creation.data && <NewApiKey created={creation.data} />}
      <FailureNotice title={words.notCreated} failure={creation.error} errors={fields.errors} />
      <Sheet padded>
        <form
          className={styles.create}
          noValidate
          onSubmit={fields.onSubmit((values) => creation.mutate(values))}
        >
          <TextInput
            label={words.nameLabel}
            placeholder={words.namePlaceholder}
            autoComplete="off"
            {...fields.getInputProps('name')}
          />
          <SelectField
            label={words.scope}
            data={[
              { value: 'write', label: words.scopes.write },
              { value: 'read', label: words.scopes.read },
            ]}
            {...fields.getInputProps('scope')}
          />
          <SelectField
            label={words.life}
            data={[
              { value: '30', label: words.lives.month },
              { value: '365', label: words.lives.year },
              { value: 'always', label: words.lives.always },
            ]}
            {...fields.getInputProps('life')}
          />
          <BusyButton type="submit" variant="star" busy={creation.isPending}>
            {words.create}
          </BusyButton>
        </form>
        <p className={form.quiet}>{words.limits}</p>
        <p className={`${form.quiet} ${styles.documentation}`}>
          <a href={files.apiDocumentation()}>{words.documentation}</a>
        </p>
      </Sheet>
      <Sheet aria-labelledby="your-keys">
        <h2 id="your-keys" className={styles.title}>
          {words.list}
        </h2>
        {data ? (
          data.items.length > 0 ? (
            <ApiKeyTable keys={data.items} />
          ) : (
            <Empty title={words.empty} />
          )
        ) : isError ? (
          <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height="6rem" />
        )}
      </Sheet>
    </PreferencesFrame>
  )
}
