import { PasswordInput, type PasswordInputProps } from '@mantine/core'

type SecretFieldProps = PasswordInputProps & {
  /** The name of the button that shows what was typed. */
  showLabel: string
}

/** A field for what nobody should read over a shoulder. */
export function SecretField({ showLabel, error, ...props }: SecretFieldProps) {
  return (
    <PasswordInput
      {...props}
      error={error}
      // Mantine colours the field and tells only the eye.
      aria-invalid={error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': showLabel }}
    />
  )
}
