import { Link } from '@tanstack/react-router'
import { CustomerIcon, InfoIcon, InvoiceIcon } from '../components/icons.ts'
import { Prose } from '../components/Prose.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './ConnectionExplained.module.css'

/** Below the tile: what the link does, or what comes next once it is there. */
export function ConnectionExplained({ linked }: { linked: boolean }) {
  const { integrations: texts } = useTexts()
  if (linked) {
    return (
      <section className={styles.explained} aria-labelledby="what-now">
        <h2 id="what-now">{texts.whatNow}</h2>
        <div>
          <h3>{texts.nowInvoicesTitle}</h3>
          <p>
            {texts.nowInvoicesText} <Link {...paths.newInvoice()}>{texts.nowInvoicesLink}</Link>
          </p>
        </div>
        <div>
          <h3>{texts.nowAccountsTitle}</h3>
          <p>
            {texts.nowAccountsText} <Link {...paths.mapping()}>{texts.nowAccountsLink}</Link>
          </p>
        </div>
        <div>
          <h3>{texts.nowLogTitle}</h3>
          <p>
            {texts.nowLogText} <Link {...paths.overview()}>{texts.nowLogLink}</Link>
          </p>
        </div>
      </section>
    )
  }
  const parts = [
    { icon: <CustomerIcon aria-hidden />, title: texts.customersTitle, text: texts.customersText },
    { icon: <InvoiceIcon aria-hidden />, title: texts.invoicesTitle, text: texts.invoicesText },
    { icon: <InfoIcon aria-hidden />, title: texts.logTitle, text: texts.logText },
  ]
  return (
    <section className={styles.explained} aria-labelledby="what-it-does">
      <h2 id="what-it-does">{texts.whatItDoes}</h2>
      {parts.map((part) => (
        <div key={part.title}>
          <h3>
            {part.icon}
            {part.title}
          </h3>
          <p>
            <Prose>{part.text}</Prose>
          </p>
        </div>
      ))}
    </section>
  )
}
