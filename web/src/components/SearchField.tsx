import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { SearchIcon } from './icons.ts'
import styles from './SearchField.module.css'
import { useShortcutsEnabled } from './shortcuts.ts'

/** Long enough not to ask at every key, short enough to feel immediate. */
const pauseAfterKeyMs = 250

type SearchFieldProps = {
  label: string
  placeholder: string
  value: string
  onSearch: (text: string) => void
}

/** A search field that `/` reaches from anywhere on the page. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const shortcuts = useShortcutsEnabled()
  useHotkeys(shortcuts ? [['/', () => field.current?.focus()]] : [])

  const asked = useRef(value)
  useEffect(() => {
    // A change from outside (a cleared filter, the back button) shows in the field.
    if (value !== asked.current) {
      asked.current = value
      setText(value)
    }
  }, [value])

  useEffect(() => {
    if (text === asked.current) return
    const timer = setTimeout(() => {
      asked.current = text
      onSearch(text)
    }, pauseAfterKeyMs)
    return () => clearTimeout(timer)
  }, [text, onSearch])

  return (
    <search className={styles.search} data-shortcut={shortcuts || undefined}>
      <SearchIcon aria-hidden />
      <input
        ref={field}
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('')
        }}
      />
    </search>
  )
}
