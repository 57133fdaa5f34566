import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../language/language.tsx'
import own from './CompanyForm.module.css'

/** The contrast on white that text needs (WCAG 1.4.3), as documents reckon with it. */
const READABLE = 4.5

type AccentFieldProps = { value: string; error: ReactNode; onChange: (value: string) => void }

/** The one colour on what customers get: written, or picked in the device's own way. */
export function AccentField({ value, error, onChange }: AccentFieldProps) {
  const { company: words } = useTexts()
  const colour = /^#?[0-9a-f]{6}$/i.test(value) ? `#${value.replace('#', '')}` : null
  const isLight = colour !== null && contrastOnWhite(colour) < READABLE
  return (
    <div className={own.accent}>
      <TextInput
        label={words.accentColor}
        description={isLight ? words.accentColorLight : words.accentColorHelp}
        placeholder="#a8481c"
        autoComplete="off"
        spellCheck={false}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <label className={own.pick}>
        {words.accentColorPick}
        <input
          type="color"
          className={own.swatch}
          value={colour ?? '#1a1a1c'}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </label>
    </div>
  )
}

function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    light(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function light(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
