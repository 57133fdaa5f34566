import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BusyButton } from '../components/BusyButton.tsx'
import { Empty, LoadFailure } from '../components/Empty.tsx'
import { RetryIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Notice } from '../components/Notice.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { testConnection } from '../connections/queries.ts'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { paths } from '../routing/paths.ts'
import { MappingForm } from './MappingForm.tsx'
import { MappingHistory } from './MappingHistory.tsx'
import styles from './MappingPage.module.css'
import { ProductAccounts } from './ProductAccounts.tsx'
import { type Mapping, mappingQuery } from './queries.ts'

/** «Voorkeuren» › «Rekeningen»: on which accounts of the linked books sales are booked. */
export function MappingPage() {
  const { mapping: words } = useTexts()
  const { data, isError, refetch } = useQuery(mappingQuery)
  return (
    <PreferencesFrame title={words.title} lead={words.lead}>
      {data ? (
        <MappingOf mapping={data} />
      ) : (
        <Sheet padded>
          {isError ? (
            <LoadFailure title={words.unavailable} onRetry={() => void refetch()} />
          ) : (
            <Skeleton height="12rem" />
          )}
        </Sheet>
      )}
    </PreferencesFrame>
  )
}

function MappingOf({ mapping }: { mapping: Mapping }) {
  const { mapping: words } = useTexts()
  if (!mapping.isLinked)
    return (
      <Sheet>
        <Empty
          title={words.notLinked}
          text={words.notLinkedText}
          action={
            <Permitted to="connection">
              <ButtonLink {...paths.connect()} variant="star">
                {words.connect}
              </ButtonLink>
            </Permitted>
          }
        />
      </Sheet>
    )
  return (
    <div className={styles.parts}>
      {mapping.waiting > 0 && (
        <Notice kind="failed" title={words.waiting(mapping.waiting)}>
          <Prose>{words.waitingText}</Prose>
        </Notice>
      )}
      {mapping.problems.length > 0 && mapping.waiting === 0 && (
        <Notice kind="failed" title={words.unfit}>
          <Prose>{mapping.problems.map(({ message }) => message).join(' ')}</Prose>
        </Notice>
      )}
      {mapping.asksDebtors && (
        <Notice kind="waiting" title={words.asksDebtors(mapping.accounts?.debtors.length ?? 0)}>
          {words.asksDebtorsText}
        </Notice>
      )}
      <AccountList mapping={mapping} />
      {/* Another version begins the form anew. */}
      <Permitted to="bookings" sentence="above">
        <MappingForm key={mapping.version} mapping={mapping} />
      </Permitted>
      <ProductAccounts products={mapping.products} />
      <MappingHistory history={mapping.history} />
    </div>
  )
}

/** When the books were last asked for their accounts, and asking them now. */
function AccountList({ mapping }: { mapping: Mapping }) {
  const { mapping: words } = useTexts()
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const reading = useMutation({
    mutationFn: testConnection,
    onSuccess: () => toast({ text: words.refreshed }),
    onSettled: () => queryClient.invalidateQueries(),
  })
  const { accounts, books } = mapping
  return (
    <div className={styles.list}>
      <FailureNotice title={words.notRefreshed} failure={reading.error} />
      <p className={form.quiet}>
        {books !== null && words.ofBooks(books)}{' '}
        {accounts ? words.list(format.moment(accounts.readAt)) : words.noList}
      </p>
      <Permitted to="bookings">
        <BusyButton
          variant={accounts ? 'subtle' : 'default'}
          size="sm"
          leftSection={<RetryIcon aria-hidden />}
          busy={reading.isPending}
          onClick={() => reading.mutate()}
        >
          {words.refresh}
        </BusyButton>
      </Permitted>
    </div>
  )
}
