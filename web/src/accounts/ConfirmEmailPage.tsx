import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { ButtonLink } from '../components/links.tsx'
import { usePageTitle } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import styles from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { confirmEmail } from './queries.ts'

/**
 * «E-mailadres bevestigen»: where the link of the letter leads. Its token stands behind the `#`, which no server sees,
 * and a person presses the button: programs that look through mail follow links too.
 */
export function ConfirmEmailPage() {
  const { account: words } = useTexts()
  usePageTitle(words.confirmEmailTitle)
  const { hash: token } = useLocation()
  const queryClient = useQueryClient()
  const confirming = useMutation({
    mutationFn: confirmEmail,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <Sheet as="div" className={styles.narrow}>
      <div className={styles.form} role="status">
        <div className={styles.head}>
          <h1>{confirming.data ? words.emailConfirmedTitle : words.confirmEmailTitle}</h1>
          <p className={styles.lead}>
            {confirming.data
              ? words.emailConfirmed(confirming.data.email)
              : token === ''
                ? words.linkIncomplete
                : words.confirmEmailLead}
          </p>
        </div>
        <FailureNotice title={words.emailNotConfirmed} failure={confirming.error} />
        <div className={styles.buttons}>
          {confirming.data ? (
            <ButtonLink {...paths.signIn()} variant="star">
              {words.goOnToStella}
            </ButtonLink>
          ) : (
            <BusyButton
              variant="star"
              busy={confirming.isPending}
              disabled={token === ''}
              onClick={() => confirming.mutate({ token })}
            >
              {words.confirmEmail}
            </BusyButton>
          )}
        </div>
      </div>
    </Sheet>
  )
}
