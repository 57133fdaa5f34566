import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import type { LedgerAccount } from './queries.ts'

type AccountFieldProps = {
  label: string
  description?: string
  accounts: readonly LedgerAccount[]
  value: string
  error?: string | undefined
  onChange: (code: string) => void
}

/** A choice out of the accounts of the books; one that is not among them stays to be seen. */
export function AccountField({ accounts, onChange, value, ...rest }: AccountFieldProps) {
  const { mapping: words } = useTexts()
  const isThere = accounts.some(({ code }) => code === value)
  return (
    <SelectField value={value} onChange={(event) => onChange(event.currentTarget.value)} {...rest}>
      {!isThere && <option value={value}>{words.gone(value)}</option>}
      {accounts.map(({ code, name }) => (
        <option key={code} value={code}>
          {words.account(code, name)}
        </option>
      ))}
    </SelectField>
  )
}
