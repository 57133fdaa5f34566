import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Permitted, useRefusal } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { useFormat } from '../format/format.ts'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from '../messages/Messages.module.css'
import { makeShareLink, revokeShareLink, shareLinkQuery } from './queries.ts'

/** The link by which the customer sees the invoice: to copy, to share, to take back. */
export function ShareLinkCard({ invoiceId, number }: { invoiceId: string; number: string }) {
  const { shareLink: words } = useTexts()
  const format = useFormat()
  const toast = useToast()
  const queryClient = useQueryClient()
  const query = shareLinkQuery(invoiceId)
  const { data: link } = useQuery(query)
  const [asking, setAsking] = useState(false)
  const mayChange = useRefusal('invoices') === null
  const making = useSingleMutation({
    mutationFn: () => makeShareLink(invoiceId),
    onSuccess: (made) => queryClient.setQueryData(query.queryKey, made),
    onError: () => toast({ text: words.notMade }),
  })
  const revoking = useSingleMutation({
    mutationFn: () => revokeShareLink(invoiceId),
    onSuccess: () => {
      setAsking(false)
      toast({ text: words.revoked })
    },
    onError: () => toast({ text: words.notRevoked }),
    onSettled: () => {
      for (const queryKey of [query.queryKey, ['activities']])
        void queryClient.invalidateQueries({ queryKey })
    },
  })
  if (!link) return null
  // Without an address of its own Stella is where this page is.
  const address = link.address && new URL(link.address, window.location.href).href
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: words.copied })
    } catch {
      toast({ text: words.notCopied })
    }
  }
  const share = (url: string) => navigator.share({ title: words.shareTitle(number), url }).catch(() => {})
  return (
    <Sheet as="div" padded>
      <h2 className={styles.heading}>{words.title}</h2>
      <p className={styles.quiet}>{words.lead}</p>
      {address ? (
        <>
          <TextInput
            mt="sm"
            aria-label={words.address}
            readOnly
            value={address}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <div className={styles.buttons}>
            <Button size="sm" onClick={() => void copy(address)}>
              {words.copy}
            </Button>
            {'share' in navigator && (
              <Button size="sm" onClick={() => void share(address)}>
                {words.share}
              </Button>
            )}
            <Button size="sm" variant="subtle" component="a" href={address} target="_blank" rel="noreferrer">
              {words.view}
            </Button>
            {mayChange && (
              <Button size="sm" variant="subtle" onClick={() => setAsking(true)}>
                {words.revoke}
              </Button>
            )}
          </div>
          <p className={styles.foot}>
            {link.firstOpenedAt ? words.opened(format.moment(link.firstOpenedAt)) : words.notOpened}
          </p>
        </>
      ) : (
        <div className={styles.buttons}>
          <Permitted to="invoices">
            <BusyButton size="sm" busy={making.isPending} onClick={() => making.mutate(undefined)}>
              {words.make}
            </BusyButton>
          </Permitted>
        </div>
      )}
      {asking && (
        <RevokeDialog
          busy={revoking.isPending}
          onRevoke={() => revoking.mutate(undefined)}
          onClose={() => setAsking(false)}
        />
      )}
    </Sheet>
  )
}

function RevokeDialog(props: { busy: boolean; onRevoke: () => void; onClose: () => void }) {
  const { shareLink: words, common } = useTexts()
  return (
    <Dialog opened onClose={props.onClose} title={words.revokeTitle}>
      <div className={form.form}>
        <p>{words.revokeText}</p>
        <div className={form.buttons}>
          <BusyButton variant="star" busy={props.busy} onClick={props.onRevoke}>
            {words.revoke}
          </BusyButton>
          <Button variant="subtle" onClick={props.onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
