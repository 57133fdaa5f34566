import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiFailure } from '../api/failure.ts'
import { BusyButton } from '../components/BusyButton.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useToast } from '../components/Toasts.tsx'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import form from '../forms/Form.module.css'
import { fieldProblemsOf } from '../forms/problem.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import { AccountField } from './AccountField.tsx'
import styles from './MappingPage.module.css'
import { MappingTrial } from './MappingTrial.tsx'
import { changeMapping, type Mapping, type MappingContent, mappingQuery } from './queries.ts'

type Treatment = keyof MappingContent['byTreatment'] & string

/** The accounts, chosen from those of the books, with what would become of real invoices before anything is stored. */
export function MappingForm({ mapping }: { mapping: Mapping }) {
  const texts = useTexts()
  const { mapping: words, vat } = texts
  const toast = useToast()
  const queryClient = useQueryClient()
  const [chosen, choose] = useState<MappingContent>(contentOf(mapping))
  const saving = useMutation({
    mutationFn: () => changeMapping({ ...chosen, version: mapping.version }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(mappingQuery.queryKey, saved)
      toast({ text: words.saved })
      await queryClient.invalidateQueries()
    },
  })
  const problems = saving.error === null ? mapping.problems : fieldProblemsOf(saving.error)
  const errorAt = (path: string, account: string) =>
    isStored(mapping, path, account) || saving.error !== null
      ? problems.find((it) => it.path === path)?.message
      : undefined
  const save = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  const { accounts } = mapping
  if (accounts === null) return null
  const names: Readonly<Record<string, string>> = vat.choices
  const treatments = Object.keys(vat.choices) as Treatment[]
  const own = treatments.filter((it) => chosen.byTreatment[it] !== undefined)
  const set = (treatment: Treatment, account: string | undefined) => {
    const { [treatment]: _, ...others } = chosen.byTreatment
    choose({
      ...chosen,
      byTreatment: account === undefined ? others : { ...others, [treatment]: account },
    })
  }
  const isChanged = !isSame(chosen, contentOf(mapping)) || mapping.asksDebtors
  const isOutdated = saving.error instanceof ApiFailure && saving.error.code === 'changed_meanwhile'
  return (
    <>
      <Sheet padded>
        <form className={form.form} noValidate onSubmit={save}>
          <FailureNotice
            title={words.notSaved}
            failure={saving.error}
            {...(isOutdated && { sentence: words.changedElsewhere })}
          />
          <div className={form.pair}>
            <AccountField
              label={words.debtors}
              description={words.debtorsHelp}
              accounts={accounts.debtors}
              value={chosen.debtorsAccount}
              error={errorAt('debtorsAccount', chosen.debtorsAccount)}
              onChange={(debtorsAccount) => choose({ ...chosen, debtorsAccount })}
            />
            <AccountField
              label={words.revenue}
              description={words.revenueHelp}
              accounts={accounts.revenue}
              value={chosen.revenueAccount}
              error={errorAt('revenueAccount', chosen.revenueAccount)}
              onChange={(revenueAccount) => choose({ ...chosen, revenueAccount })}
            />
          </div>
          <fieldset className={form.group}>
            <legend>{words.byTreatment}</legend>
            <p className={form.groupHelp}>{words.byTreatmentHelp}</p>
            <div className={styles.treatments}>
              {own.map((treatment) => (
                <div key={treatment} className={styles.treatment}>
                  <AccountField
                    label={names[treatment] ?? treatment}
                    accounts={accounts.revenue}
                    value={chosen.byTreatment[treatment] ?? ''}
                    error={errorAt(`byTreatment.${treatment}`, chosen.byTreatment[treatment] ?? '')}
                    onChange={(account) => set(treatment, account)}
                  />
                  <Button
                    variant="subtle"
                    aria-label={words.removeOf(names[treatment] ?? treatment)}
                    onClick={() => set(treatment, undefined)}
                  >
                    {words.remove}
                  </Button>
                </div>
              ))}
              <SelectField
                label={words.add}
                value=""
                onChange={(event) => set(event.currentTarget.value as Treatment, chosen.revenueAccount)}
              >
                <option value="">{words.addNone}</option>
                {treatments
                  .filter((it) => !own.includes(it))
                  .map((treatment) => (
                    <option key={treatment} value={treatment}>
                      {names[treatment]}
                    </option>
                  ))}
              </SelectField>
            </div>
          </fieldset>
          <div className={form.buttons}>
            <BusyButton type="submit" variant="star" busy={saving.isPending} disabled={!isChanged}>
              {words.save}
            </BusyButton>
          </div>
          <p className={form.quiet}>{words.fromNow}</p>
        </form>
      </Sheet>
      {isChanged && <MappingTrial chosen={chosen} />}
    </>
  )
}

function contentOf({ byTreatment, debtorsAccount, revenueAccount }: Mapping): MappingContent {
  return { byTreatment, debtorsAccount, revenueAccount }
}

function isSame(one: MappingContent, other: MappingContent): boolean {
  const sorted = ({ byTreatment, ...usual }: MappingContent) =>
    JSON.stringify([usual.debtorsAccount, usual.revenueAccount, Object.entries(byTreatment).toSorted()])
  return sorted(one) === sorted(other)
}

/** What is wrong with the stored choice is said for as long as it stands there. */
function isStored(mapping: Mapping, path: string, account: string): boolean {
  if (path === 'debtorsAccount' || path === 'revenueAccount') return mapping[path] === account
  const treatment = path.replace('byTreatment.', '') as Treatment
  return mapping.byTreatment[treatment] === account
}
