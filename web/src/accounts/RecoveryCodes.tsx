import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { CheckIcon, CopyIcon, DownloadIcon } from '../components/icons.ts'
import form from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from './SecondFactor.module.css'

/** Recovery codes, shown this once, to be kept somewhere else than the phone. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { account: words, common } = useTexts()
  const clipboard = useClipboard({ timeout: 3_000 })
  const text = codes.join('\n')
  return (
    <div className={form.form}>
      <p>{words.recoveryCodesLead}</p>
      <ul className={styles.codes} aria-label={words.recoveryCodes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={form.buttons}>
        <Button
          variant="default"
          leftSection={clipboard.copied ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}
          onClick={() => clipboard.copy(text)}
        >
          {clipboard.copied ? common.copied : common.copy}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={words.recoveryCodesFile}
          leftSection={<DownloadIcon aria-hidden />}
        >
          {words.keepRecoveryCodes}
        </Button>
      </div>
      <div className={form.buttons}>
        <Button variant="star" onClick={onClose}>
          {words.recoveryCodesKept}
        </Button>
      </div>
    </div>
  )
}
