import { AskHelpButton } from '../cases/AskHelpButton.tsx'
import { ButtonLink } from '../components/links.tsx'
import { Notice } from '../components/Notice.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import type { Overview } from './queries.ts'

/** Something waits for longer than was promised: said whoever or whatever is at fault. */
export function LateNotice({ late }: { late: NonNullable<Overview['late']> }) {
  const { overview: texts } = useTexts()
  const format = useFormat()
  const { count, first } = late
  return (
    <Notice
      kind="waiting"
      title={texts.lateTitle(count)}
      actions={
        <>
          <ButtonLink {...(count === 1 ? paths.invoice(first.invoiceId) : paths.invoices({ toon: 'wacht' }))}>
            {texts.lateView(count)}
          </ButtonLink>
          <AskHelpButton subject={{ kind: 'invoice', id: first.invoiceId }} />
        </>
      }
    >
      <p>{texts.lateText(first.number, format.moment(first.since))}</p>
    </Notice>
  )
}
