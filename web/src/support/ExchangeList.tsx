import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import styles from './ExchangeList.module.css'
import type { SupportBookingDetail } from './queries.ts'
import { XmlMessage } from './XmlMessage.tsx'

/** What was said to e-Boekhouden.nl and back, folded, without codes and sessions. */
export function ExchangeList({ exchanges }: { exchanges: SupportBookingDetail['exchanges'] }) {
  const { support: texts } = useTexts()
  const format = useFormat()
  return (
    <Sheet aria-labelledby="exchanges" padded className={styles.sheet}>
      <h2 id="exchanges">
        <Prose>{texts.exchanges}</Prose>
      </h2>
      <p className={styles.lead}>{exchanges.length > 0 ? texts.exchangesLead : texts.exchangesEmpty}</p>
      {exchanges.map((exchange) => (
        <details key={exchange.id} className={styles.exchange}>
          <summary>
            {exchange.operation}, {format.moment(exchange.at, true)}
            {exchange.durationMs !== null && `, ${exchange.durationMs} ms`}
          </summary>
          <h3>{texts.sent}</h3>
          <XmlMessage message={exchange.request ?? ''} />
          <h3>{texts.received}</h3>
          {exchange.answer === null ? <p>{texts.noAnswer}</p> : <XmlMessage message={exchange.answer} />}
        </details>
      ))}
    </Sheet>
  )
}
