import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { CaseList } from '../cases/CaseList.tsx'
import { Facts } from '../components/Facts.tsx'
import { CheckIcon, CopyIcon } from '../components/icons.ts'
import { PageHead } from '../components/PageHead.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { linkToSupport } from '../components/support-link.ts'
import { useTexts } from '../language/language.tsx'
import styles from './AskSupportPage.module.css'

/** The «support van Stella»: how to reach whoever runs this Stella, and what they want to know. */
export function AskSupportPage() {
  const { askSupport: texts } = useTexts()
  const { over = '' } = useSearch({ from: '/members/organization/hulp' })
  const { data: session } = useQuery(sessionQuery)
  const organization = session?.organization?.name ?? ''
  const address = session?.supportAddress ?? null
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} />
      <div className={styles.page}>
        <CaseList />
        <Sheet padded className={styles.part}>
          <h2>{address ? texts.reachTitle : texts.whoTitle}</h2>
          <p>{address ? texts.reachText : texts.whoText}</p>
          {address && <AddressOfSupport address={address} about={over} organization={organization} />}
        </Sheet>
        <Sheet padded className={styles.part}>
          <h2>{texts.tellTitle}</h2>
          <p>{texts.tellText}</p>
          <Facts
            items={[
              [texts.organization, organization],
              [texts.about, over],
            ]}
          />
          <CopyFacts text={[organization, over].filter((fact) => fact !== '').join(': ')} />
        </Sheet>
        {!address && (
          <Sheet padded className={styles.part}>
            <h2>{texts.runTitle}</h2>
            <p>{texts.runAccount}</p>
            <code className={styles.code}>npm run stella -- account create --support</code>
            <p>{texts.runAddress}</p>
            <code className={styles.code}>SUPPORT_ADDRESS=support@example.nl</code>
          </Sheet>
        )}
      </div>
    </>
  )
}

type AddressProps = { address: string; organization: string; about: string }

function AddressOfSupport({ address, organization, about }: AddressProps) {
  const { askSupport: texts } = useTexts()
  const subject = about ? `${organization}: ${about}` : organization
  const isMail = address.startsWith('mailto:')
  return (
    <>
      <p className={styles.address}>{isMail ? address.slice('mailto:'.length) : address}</p>
      <Button component="a" variant="star" {...linkToSupport(address, subject)}>
        {isMail ? texts.write : texts.open}
      </Button>
    </>
  )
}

function CopyFacts({ text }: { text: string }) {
  const { common } = useTexts()
  const clipboard = useClipboard({ timeout: 3_000 })
  return (
    <Button
      size="sm"
      leftSection={clipboard.copied ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}
      onClick={() => clipboard.copy(text)}
    >
      {clipboard.copied ? common.copied : common.copy}
    </Button>
  )
}
