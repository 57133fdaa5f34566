import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { showFieldProblems } from '../forms/problem.ts'
import { SecretField } from '../forms/SecretField.tsx'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import { type MailServer, type MailServerContent, mailServerQuery, saveMailServer } from './queries.ts'

type Security = MailServer['security']

/** The port that belongs to a security, as providers have it (RFC 8314, RFC 6409). */
const usualPort: Record<Security, string> = { tls: '465', starttls: '587', none: '25' }

/** An own mail server: kept only when a connection with it works. The password goes to the API once. */
export function MailServerForm({ server, onClose }: { server: MailServer | null; onClose: () => void }) {
  const { mailServer: words, common } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  const fields = useForm({
    initialValues: {
      host: server?.host ?? '',
      port: String(server?.port ?? usualPort.tls),
      security: server?.security ?? ('tls' as Security),
      sender: server?.sender ?? '',
      username: server?.username ?? '',
      password: '',
    },
  })
  const saving = useSingleMutation({
    mutationFn: (content: MailServerContent) => saveMailServer(content),
    onSuccess: (saved) => {
      queryClient.setQueryData(mailServerQuery.queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['mail-settings'] })
      toast({ text: words.saved })
      onClose()
    },
    onError: (failure) => showFieldProblems(fields, failure),
  })
  const { security } = fields.values
  const choose = (chosen: string) => {
    const next = (Object.keys(usualPort) as Security[]).find((it) => it === chosen) ?? 'tls'
    const { port } = fields.values
    fields.setValues({ security: next, port: port === usualPort[security] ? usualPort[next] : port })
  }
  return (
    <form
      className={form.form}
      noValidate
      autoComplete="off"
      onSubmit={fields.onSubmit(({ password, port, username, ...values }) =>
        saving.mutate({
          ...values,
          port: /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0,
          username: username === '' ? null : username,
          password: password === '' ? null : password,
        }),
      )}
    >
      <FailureNotice title={words.notSaved} failure={saving.error} errors={fields.errors} />
      <TextInput
        label={words.host}
        description={words.hostHelp}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        data-autofocus
        {...fields.getInputProps('host')}
      />
      <div className={form.pair}>
        <SelectField
          label={words.security}
          value={security}
          data={Object.entries(words.securities).map(([value, label]) => ({ value, label }))}
          error={fields.errors.security}
          onChange={({ currentTarget: { value } }) => choose(value)}
        />
        <TextInput
          label={words.port}
          inputMode="numeric"
          autoComplete="off"
          {...fields.getInputProps('port')}
        />
      </div>
      <TextInput
        label={words.sender}
        description={words.senderHelp}
        type="email"
        autoComplete="off"
        {...fields.getInputProps('sender')}
      />
      <TextInput
        label={words.username}
        description={words.usernameHelp}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        {...fields.getInputProps('username')}
      />
      <SecretField
        label={words.password}
        description={words.passwordHelp}
        autoComplete="new-password"
        showLabel={words.showPassword}
        {...fields.getInputProps('password')}
      />
      <div className={form.buttons}>
        <BusyButton type="submit" variant="star" busy={saving.isPending}>
          {words.save}
        </BusyButton>
        <Button variant="subtle" onClick={onClose}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}
