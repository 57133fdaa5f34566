import { Textarea } from '@mantine/core'
import { BusyButton } from '../components/BusyButton.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import forms from '../forms/Form.module.css'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { useTexts } from '../language/language.tsx'
import styles from './Cases.module.css'
import { Messages } from './Messages.tsx'
import { type CaseDetail, closeCase, writeMessage } from './queries.ts'
import { useCaseChange } from './use-case-change.ts'

/** What was asked and answered, and the room to go on. */
export function CaseTalk({ found }: { found: CaseDetail }) {
  const { cases: words } = useTexts()
  return (
    <Sheet padded className={styles.part} aria-labelledby="talk">
      <h2 id="talk">{words.talk}</h2>
      <p className={styles.quiet}>{words.statesLead[found.state]}</p>
      <Messages messages={found.messages} whoIs={{ customer: words.you, support: words.support }} />
      {found.state !== 'closed' && (
        <Permitted to="help">
          <Reply found={found} />
        </Permitted>
      )}
    </Sheet>
  )
}

function Reply({ found }: { found: CaseDetail }) {
  const { cases: words } = useTexts()
  const kept = useKeptForm({ name: `case.${found.id}`, saved: { body: '' } })
  const { form } = kept
  const replying = useCaseChange<string>(
    found.id,
    (body) => writeMessage(found.id, body),
    () => {
      kept.settle({ body: '' })
      form.setValues({ body: '' })
    },
  )
  const closing = useCaseChange(found.id, () => closeCase(found.id))
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.onSubmit(({ body }) => {
        if (body.trim() !== '') replying.mutate(body)
      })}
    >
      <Textarea label={words.reply} autosize minRows={3} maxLength={4_000} {...form.getInputProps('body')} />
      <FailureNotice title={words.notReplied} failure={replying.error} />
      <FailureNotice title={words.notClosed} failure={closing.error} />
      <div className={forms.buttons}>
        <BusyButton type="submit" busy={replying.isPending}>
          {words.sendReply}
        </BusyButton>
        <BusyButton variant="subtle" busy={closing.isPending} onClick={() => closing.mutate()}>
          {words.solved}
        </BusyButton>
      </div>
    </form>
  )
}
