import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import type { Schemas } from '../api/client.ts'
import { CheckIcon, CopyIcon } from '../components/icons.ts'
import { Notice } from '../components/Notice.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './NewApiKey.module.css'

/** A fresh key, shown this once. */
export function NewApiKey({ created }: { created: Schemas['NewApiKey'] }) {
  const { apiKeys: words, common } = useTexts()
  const clipboard = useClipboard({ timeout: 3_000 })
  return (
    <Notice
      kind="quiet"
      title={`${words.createdTitle}: ${created.name}`}
      actions={
        <Button
          size="sm"
          leftSection={clipboard.copied ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}
          onClick={() => clipboard.copy(created.key)}
        >
          {clipboard.copied ? common.copied : common.copy}
        </Button>
      }
    >
      <p>{words.createdText}</p>
      <code className={styles.key}>{created.key}</code>
    </Notice>
  )
}
