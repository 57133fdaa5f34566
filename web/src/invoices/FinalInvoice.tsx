import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useSingleMutation } from '../api/single-mutation.ts'
import { FinalAttachments } from '../attachments/FinalAttachments.tsx'
import { BusyButton } from '../components/BusyButton.tsx'
import { DetailColumns } from '../components/DetailColumns.tsx'
import { Facts } from '../components/Facts.tsx'
import { FigureSheet } from '../components/FigureSheet.tsx'
import { CopyIcon, CreditIcon, DownloadIcon, MailIcon } from '../components/icons.ts'
import { FileLink } from '../components/links.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { Status, statusOf } from '../components/Status.tsx'
import { useToast } from '../components/Toasts.tsx'
import { customerQuery } from '../customers/queries.ts'
import { useFormat } from '../format/format.ts'
import { useRetry } from '../forms/use-retry.ts'
import { useTexts } from '../language/language.tsx'
import { MessagesCard } from '../messages/MessagesCard.tsx'
import { sendMessage } from '../messages/queries.ts'
import { SendDialog } from '../messages/SendDialog.tsx'
import { PaymentCard } from '../payments/PaymentCard.tsx'
import { files, paths } from '../routing/paths.ts'
import { ShareLinkCard } from '../share-links/ShareLinkCard.tsx'
import { BooksCard } from './BooksCard.tsx'
import { CreditDialog } from './CreditDialog.tsx'
import { CreditNotes } from './CreditNotes.tsx'
import { FailureExplained } from './FailureExplained.tsx'
import styles from './FinalInvoice.module.css'
import { FinalLines } from './FinalLines.tsx'
import { InvoiceTimeline } from './InvoiceTimeline.tsx'
import { copyInvoice, type Invoice, invoiceQuery, retryBooking } from './queries.ts'
import { isLessOpen } from './totals-rows.ts'

/** While a booking is on its way the page looks this often itself, should the stream be away. */
const lookMs = 5_000

/** A final invoice: frozen, with its papers, its state in the books and its story. */
export function FinalInvoice({ invoice: given }: { invoice: Invoice }) {
  const { invoicePage: words, invoices: list, messages } = useTexts()
  const { data: invoice = given } = useQuery({
    ...invoiceQuery(given.id),
    refetchInterval: (query) => (query.state.data?.books.state === 'waiting' ? lookMs : false),
  })
  const { data: customer } = useQuery(customerQuery(invoice.customerId))
  const number = invoice.number ?? ''
  const retry = useInvoiceRetry(invoice)
  const [crediting, setCrediting] = useState(false)
  const [sending, setSending] = useState(false)
  // Until it is known what comes of offering it again, what was explained stays.
  const explained = retry.following ?? (invoice.books.state === 'failed' ? invoice : undefined)
  useEffect(() => {
    // In braces: new browsers answer with a promise, which React would take for a clean-up.
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <>
      <PageHead
        title={invoice.credits ? words.creditNote(number) : words.title(number)}
        back={{ link: paths.invoices(), label: list.title }}
        beside={<Status of={statusOf(invoice.books.state)} />}
        actions={
          invoice.origin === null && (
            <>
              <Permitted to="invoices">
                <Button
                  size="sm"
                  variant={explained ? 'default' : 'star'}
                  leftSection={<MailIcon aria-hidden />}
                  onClick={() => setSending(true)}
                >
                  {messages.send}
                </Button>
                <CopyButton invoice={invoice} />
                {Number(invoice.leftToCredit) !== 0 && (
                  <Button
                    size="sm"
                    leftSection={<CreditIcon aria-hidden />}
                    onClick={() => setCrediting(true)}
                  >
                    {words.credit}
                  </Button>
                )}
              </Permitted>
              <FileLink href={files.invoicePdf(invoice.id)} leftSection={<DownloadIcon aria-hidden />}>
                {words.pdf}
              </FileLink>
              <FileLink href={files.invoiceUbl(invoice.id)} leftSection={<DownloadIcon aria-hidden />}>
                {words.ubl}
              </FileLink>
            </>
          )
        }
      />
      <DetailColumns
        explained={explained !== undefined}
        side={
          <>
            <InvoiceSheet invoice={invoice} />
            <CreditNotes invoice={invoice} />
            <PaymentCard invoiceId={invoice.id} number={number} />
            {!explained && <BooksCard invoice={invoice} />}
            {invoice.origin === null && (
              <>
                <MessagesCard invoiceId={invoice.id} onSend={() => setSending(true)} />
                <FinalAttachments invoiceId={invoice.id} />
                <ShareLinkCard invoiceId={invoice.id} number={number} />
              </>
            )}
          </>
        }
      >
        {explained && <FailureExplained invoice={explained} retry={retry} />}
        <Sheet aria-labelledby="final-content">
          <div className={styles.content}>
            <h2 id="final-content">{invoice.customerName}</h2>
            {customer?.address && (
              <p className={styles.address}>
                {customer.address}, <span className={styles.whole}>{customer.postalCode}</span>{' '}
                {customer.city}
              </p>
            )}
            {invoice.description && <p className={styles.reference}>{invoice.description}</p>}
          </div>
          {invoice.origin === null ? (
            <FinalLines invoice={invoice} />
          ) : (
            <HistoryTotals invoice={invoice} origin={invoice.origin} />
          )}
          {invoice.closing && <p className={styles.closing}>{invoice.closing}</p>}
        </Sheet>
        <InvoiceTimeline invoice={invoice} />
      </DetailColumns>
      {sending && (
        <SendDialog
          invoiceId={invoice.id}
          title={messages.title(number)}
          action={messages.send}
          failed={messages.notSent}
          send={(wish) => sendMessage(invoice.id, wish)}
          onSent={() => setSending(false)}
          onClose={() => setSending(false)}
        />
      )}
      {crediting && <CreditDialog invoice={invoice} onClose={() => setCrediting(false)} />}
    </>
  )
}

/** What is known of an invoice that another program made. */
function HistoryTotals({ invoice: { totals }, origin }: { invoice: Invoice; origin: string }) {
  const { invoicePage: words } = useTexts()
  const format = useFormat()
  return (
    <div className={styles.content}>
      <p className={styles.elsewhere}>
        <Prose>{words.linesElsewhere(origin)}</Prose>
      </p>
      <Facts
        items={[
          [words.historyNet, format.euro(totals.net)],
          [words.historyVat, format.euro(totals.vat)],
          [words.historyGross, format.euro(totals.gross)],
        ]}
      />
    </div>
  )
}

function CopyButton({ invoice }: { invoice: Invoice }) {
  const { invoicePage: words } = useTexts()
  const navigate = useNavigate()
  const toast = useToast()
  const queryClient = useQueryClient()
  const copying = useSingleMutation({
    mutationFn: () => copyInvoice(invoice.id),
    onSuccess: (draft) => {
      void queryClient.invalidateQueries({ queryKey: ['invoices', 'list'] })
      void navigate(paths.invoice(draft.id))
    },
    onError: () => toast({ text: words.notCopied }),
  })
  return (
    <BusyButton
      size="sm"
      leftSection={<CopyIcon aria-hidden />}
      busy={copying.isPending}
      onClick={() => copying.mutate(undefined)}
    >
      {words.copy}
    </BusyButton>
  )
}

function useInvoiceRetry({ id, books }: Invoice) {
  const queryClient = useQueryClient()
  return useRetry({
    state: books.state === 'failed' || books.state === 'waiting' ? books.state : 'settled',
    offer: (failed: Invoice) => retryBooking(failed.books.bookingId ?? ''),
    refresh: () =>
      Promise.all(
        [invoiceQuery(id).queryKey, ['overview'], ['activities'], ['invoices', 'list']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  })
}

function InvoiceSheet({ invoice }: { invoice: Invoice }) {
  const { invoicePage: words, invoiceForm } = useTexts()
  const format = useFormat()
  const supplied = ({ from, until }: NonNullable<Invoice['supply']>) =>
    from === until ? format.day(from) : `${format.day(from)} ${words.until} ${format.day(until)}`
  const isLess = isLessOpen(invoice)
  return (
    <FigureSheet
      title={invoice.credits ? words.creditAmount : isLess ? words.stillToPay : words.toPay}
      figure={format.euro(isLess ? invoice.stillToPay : invoice.totals.gross)}
    >
      <Facts
        items={[
          [
            words.customer,
            <Link key="customer" {...paths.customer(invoice.customerId)}>
              {invoice.customerName}
            </Link>,
          ],
          [words.date, format.day(invoice.invoiceDate)],
          invoice.credits
            ? [
                words.creditOf,
                <Link key="credits" {...paths.invoice(invoice.credits.id)}>
                  {words.title(invoice.credits.number)}
                </Link>,
              ]
            : [words.due, format.day(invoice.dueDate)],
          [words.supplied, invoice.supply && supplied(invoice.supply)],
          [invoiceForm.buyerReference, invoice.buyerReference],
          [invoiceForm.orderNumber, invoice.orderNumber],
          [invoiceForm.projectNumber, invoice.projectNumber],
        ]}
      />
      <p className={styles.frozen}>
        {invoice.finalizedAt &&
          (invoice.origin === null
            ? words.frozenSince(format.moment(invoice.finalizedAt))
            : words.broughtInSince(invoice.origin, format.moment(invoice.finalizedAt)))}
      </p>
    </FigureSheet>
  )
}
