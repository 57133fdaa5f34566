import type { PasswordInputProps } from '@mantine/core'
import { SecretField } from '../forms/SecretField.tsx'
import { useTexts } from '../language/language.tsx'

/** A field for a password that is chosen now: what it must be stands below its name, and the browser offers one. */
export function NewPasswordField(props: Omit<PasswordInputProps, 'description'>) {
  const { account } = useTexts()
  return (
    <SecretField
      description={account.passwordHelp}
      autoComplete="new-password"
      showLabel={account.showPassword}
      {...props}
    />
  )
}
