import type { LinkProps } from '@tanstack/react-router'
import { CheckIcon } from '../components/icons.ts'
import { ButtonLink } from '../components/links.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import styles from './FirstSteps.module.css'
import type { Overview } from './queries.ts'

type Step = { done: boolean; title: string; text: string; action: string; link: LinkProps }

/** What a new organization sees first: the steps to its first booked invoice. */
export function FirstSteps({ steps }: { steps: Overview['steps'] }) {
  const { overview: texts } = useTexts()
  const list: Step[] = [
    {
      done: steps.companyComplete,
      title: texts.stepCompany,
      text: texts.stepCompanyText,
      action: texts.stepCompanyAction,
      link: paths.company(),
    },
    {
      done: steps.connected,
      title: texts.stepConnect,
      text: texts.stepConnectText,
      action: texts.stepConnectAction,
      link: paths.integrations(),
    },
    {
      done: steps.hasCustomer,
      title: texts.stepCustomer,
      text: texts.stepCustomerText,
      action: texts.stepCustomerAction,
      link: paths.newCustomer(),
    },
    {
      done: steps.hasFinalInvoice,
      title: texts.stepInvoice,
      text: texts.stepInvoiceText,
      action: texts.stepInvoiceAction,
      link: paths.newInvoice(),
    },
  ]
  const next = list.findIndex((step) => !step.done)
  return (
    <Sheet aria-labelledby="first-steps" className={styles.sheet}>
      <header className={styles.head}>
        <h2 id="first-steps">{texts.stepsTitle}</h2>
        <p className={styles.lead}>
          {texts.stepsLead} {texts.stepsProgress(list.filter((step) => step.done).length)}.
        </p>
      </header>
      <ol className={styles.steps}>
        {list.map((step, index) => (
          <li key={step.title} className={step.done ? styles.done : undefined}>
            <span className={styles.number}>
              {step.done ? <CheckIcon role="img" aria-label={texts.stepDone} /> : index + 1}
            </span>
            <div>
              <h3>
                <Prose>{step.title}</Prose>
              </h3>
              <p className={styles.text}>
                <Prose>{step.text}</Prose>
              </p>
              {!step.done && (
                <ButtonLink
                  {...step.link}
                  variant={index === next ? 'star' : 'default'}
                  className={styles.action}
                >
                  {step.action}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
