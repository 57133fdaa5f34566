import { SelectField } from '../forms/SelectField.tsx'
import { useTexts } from '../language/language.tsx'
import type { Role } from './queries.ts'

type RoleSelectProps = { label: string; value: Role; onChange: (role: Role) => void; isNamed?: boolean }

/** Which role somebody has. */
export function RoleSelect({ label, value, onChange, isNamed = false }: RoleSelectProps) {
  const { members: words } = useTexts()
  const options = (['owner', 'member', 'bookkeeper', 'viewer'] as const).map((role) => ({
    value: role,
    label: words.roles[role],
  }))
  return (
    <SelectField
      {...(isNamed ? { label } : { 'aria-label': label })}
      data={options}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = options.find((option) => option.value === currentTarget.value)
        if (chosen) onChange(chosen.value)
      }}
    />
  )
}
