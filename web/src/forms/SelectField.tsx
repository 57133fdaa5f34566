import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { ChevronDownIcon } from '../components/icons.ts'
import styles from './SelectField.module.css'

/** A choice out of a short list: the device's own control in Stella's look. */
export function SelectField(props: NativeSelectProps) {
  return (
    <NativeSelect
      rightSection={<ChevronDownIcon aria-hidden className={styles.chevron} />}
      rightSectionPointerEvents="none"
      {...props}
    />
  )
}
