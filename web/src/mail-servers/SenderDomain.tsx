import { useQuery } from '@tanstack/react-query'
import { Facts } from '../components/Facts.tsx'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import { senderDomainQuery } from './queries.ts'

/** What other mail servers can see of the domain of the sender, and what to do about it. */
export function SenderDomain() {
  const { senderDomain: words } = useTexts()
  const { data, isError } = useQuery(senderDomainQuery)
  if (isError) return <p className={form.quiet}>{words.unavailable}</p>
  if (data === undefined) return <p className={form.quiet}>{words.looking}</p>
  if (data === null) return null
  return (
    <section aria-labelledby="sender-domain" className={form.head}>
      <h3 id="sender-domain">{words.title(data.domain)}</h3>
      <p className={form.quiet}>{words.lead}</p>
      <Facts
        items={[
          [words.spfName, words.spf[data.spf]],
          [words.dkimName, words.dkim[data.dkim]],
          [words.dmarcName, words.dmarc[data.dmarc]],
        ]}
      />
    </section>
  )
}
