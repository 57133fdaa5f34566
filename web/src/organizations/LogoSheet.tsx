import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { BusyButton } from '../components/BusyButton.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { fieldProblemsOf } from '../forms/problem.ts'
import { useTexts } from '../language/language.tsx'
import { files } from '../routing/paths.ts'
import own from './CompanyForm.module.css'
import { changeLogo, type Organization, organizationQuery, removeLogo } from './queries.ts'

/** The logo: saved as soon as it is chosen, since there is nothing to fill in beside it. */
export function LogoSheet({ logoId, name }: Pick<Organization, 'logoId' | 'name'>) {
  const { company: words } = useTexts()
  const queryClient = useQueryClient()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const settled = (text: string) => (saved: Organization) => {
    queryClient.setQueryData(organizationQuery.queryKey, saved)
    toast({ text })
  }
  const choosing = useMutation({ mutationFn: changeLogo, onSuccess: settled(words.logoSaved) })
  const removing = useMutation({ mutationFn: removeLogo, onSuccess: settled(words.logoRemoved) })
  const wrong = fieldProblemsOf(choosing.error)[0]?.message
  return (
    <Sheet padded aria-labelledby="logo-title" className={own.logoSheet}>
      <h2 id="logo-title" className={own.heading}>
        {words.logo}
      </h2>
      <p className={form.quiet}>{words.logoHelp}</p>
      {logoId && <img className={own.logo} src={files.logo(logoId)} alt={name} />}
      {wrong ? (
        <p className={own.problem} role="alert">
          {wrong}
        </p>
      ) : (
        <FailureNotice title={words.logoFailed} failure={choosing.error ?? removing.error} />
      )}
      <input
        ref={input}
        type="file"
        // The button is what people see and reach; it opens the choice.
        hidden
        accept="image/png,image/jpeg"
        aria-label={words.logoChoose}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // The same file chosen again counts as chosen.
          currentTarget.value = ''
          if (file) choosing.mutate(file)
        }}
      />
      <div className={form.buttons}>
        <BusyButton busy={choosing.isPending} onClick={() => input.current?.click()}>
          {logoId ? words.logoReplace : words.logoChoose}
        </BusyButton>
        {logoId && (
          <Button variant="subtle" onClick={() => removing.mutate()}>
            {words.logoRemove}
          </Button>
        )}
      </div>
    </Sheet>
  )
}
