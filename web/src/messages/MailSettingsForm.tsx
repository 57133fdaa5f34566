import { Button, Textarea, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { fieldProblemsOf } from '../forms/problem.ts'
import { RestoredNotice } from '../forms/RestoredNotice.tsx'
import { SelectField } from '../forms/SelectField.tsx'
import { TickField } from '../forms/TickField.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { useTexts } from '../language/language.tsx'
import styles from './Messages.module.css'
import { changeMailSettings, type MailSettings, mailSettingsQuery } from './queries.ts'

type Template = MailSettings['templates'][number]
const nameOf = ({ kind, language }: Pick<Template, 'kind' | 'language'>) => `${kind}.${language}`

/** How an organization mails its invoices, in one form. */
export function MailSettingsForm({ settings }: { settings: MailSettings }) {
  const { mailSettings: words, messages } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  const element = useRef<HTMLFormElement>(null)
  const {
    form: { values, setValues },
    restored,
    outdated,
    startOver,
    settle,
  } = useKeptForm({ name: 'mail', saved: valuesOf(settings) })
  const [shown, setShown] = useState('invoice.nl')
  const saving = useMutation({
    mutationFn: () =>
      changeMailSettings({
        ...values,
        revision: settings.revision,
      }),
    onSuccess: (saved) => {
      settle(valuesOf(saved))
      queryClient.setQueryData(mailSettingsQuery.queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['messages', 'preview'] })
      toast({ text: words.savedNotice })
    },
    onError: (failure) => {
      // What is wrong may stand in a text that is not on the screen.
      const path = fieldProblemsOf(failure).find((field) => field.path.split('.').length === 3)?.path
      if (path) setShown(path.split('.').slice(0, 2).join('.'))
    },
  })
  useHotkeys([['mod+S', () => element.current?.requestSubmit()]], [])
  const problemOf = (path: string) =>
    fieldProblemsOf(saving.error).find((field) => field.path === path)?.message
  const textOf = (field: 'senderName' | 'replyTo' | 'copyTo') => ({
    value: values[field] ?? '',
    error: problemOf(field),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setValues({ [field]: value === '' ? null : value }),
  })
  const template = values.templates.find((it) => nameOf(it) === shown)
  const usual = settings.templates.find((it) => nameOf(it) === shown)?.usual
  const changeTemplate = (changes: Partial<Pick<Template, 'subject' | 'body'>>) =>
    setValues({
      templates: values.templates.map((it) => (nameOf(it) === shown ? { ...it, ...changes } : it)),
    })
  return (
    <form
      ref={element}
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <RestoredNotice restored={restored} outdated={outdated} isNew={false} onStartOver={startOver} />
      <FailureNotice title={words.notSaved} failure={saving.error} />
      <fieldset className={form.group}>
        <legend>{words.senderGroup}</legend>
        <TextInput label={words.senderName} description={words.senderNameHelp} {...textOf('senderName')} />
        <div className={form.pair}>
          <TextInput
            label={words.replyTo}
            description={words.replyToHelp}
            type="email"
            {...textOf('replyTo')}
          />
          <TextInput label={words.copyTo} description={words.copyToHelp} type="email" {...textOf('copyTo')} />
        </div>
        <TickField
          label={words.attachUbl}
          checked={values.attachUbl}
          onChange={(attachUbl) => setValues({ attachUbl })}
        />
      </fieldset>
      <fieldset className={form.group}>
        <legend>{words.templates}</legend>
        <p className={form.groupHelp}>{words.templatesHelp}</p>
        <SelectField
          label={words.which}
          value={shown}
          data={values.templates.map((it) => ({
            value: nameOf(it),
            label: `${words.kinds[it.kind]}, ${messages.languages[it.language]}`,
          }))}
          onChange={({ currentTarget: { value } }) => setShown(value)}
        />
        {template && (
          <>
            <TextInput
              label={messages.subject}
              value={template.subject}
              error={problemOf(`${shown}.subject`)}
              onChange={({ currentTarget: { value } }) => changeTemplate({ subject: value })}
            />
            <Textarea
              label={messages.body}
              autosize
              minRows={5}
              value={template.body}
              error={problemOf(`${shown}.body`)}
              onChange={({ currentTarget: { value } }) => changeTemplate({ body: value })}
            />
            <p className={styles.quiet}>{words.placeholders}</p>
            <ul className={styles.placeholders}>
              {settings.placeholders.map((placeholder) => (
                <li key={placeholder}>{`{${placeholder}}`}</li>
              ))}
            </ul>
            {usual && (template.subject !== usual.subject || template.body !== usual.body) && (
              <div>
                <Button size="sm" variant="subtle" onClick={() => changeTemplate(usual)}>
                  {words.usual}
                </Button>
              </div>
            )}
          </>
        )}
      </fieldset>
      <div className={form.buttons}>
        <BusyButton type="submit" variant="star" busy={saving.isPending}>
          {words.save}
        </BusyButton>
      </div>
    </form>
  )
}

/** What a person fills in: the texts without those that Stella began with. */
function valuesOf({ attachUbl, copyTo, replyTo, senderName, templates }: MailSettings) {
  return {
    senderName,
    replyTo,
    copyTo,
    attachUbl,
    templates: templates.map(({ body, kind, language, subject }) => ({ kind, language, subject, body })),
  }
}
