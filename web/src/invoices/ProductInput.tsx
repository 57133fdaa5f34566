import { Combobox, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type ComponentProps, type KeyboardEvent, useEffect, useState } from 'react'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { type Product, productsQuery } from '../products/queries.ts'
import styles from './CustomerPicker.module.css'
import { likelyFirst } from './product-line.ts'

/** More are found by typing on. */
const shown = 8
/** Milliseconds in which an opened list has found its place, on a slow phone too; nobody presses Enter sooner. */
const placedAfterMs = 60
/** As many are put in order of how likely they are meant. */
const compared = 50
const searchPauseMs = 200
/** Fewer letters find half of all products. */
const lettersWanted = 2

type ProductInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onKeyDown'> & {
  value: string
  /** Whether products are offered: there are some, and the line has nothing that one would write over. */
  isOffering: boolean
  onType: (typed: string) => void
  onPick: (product: Product) => void
  onEnter: () => void
}

/** The description of a line; of an empty one, typing finds a product, and Enter takes the first that matches. */
export function ProductInput({
  value,
  isOffering,
  onType,
  onPick,
  onEnter,
  onBlur,
  ...input
}: ProductInputProps) {
  const { invoiceForm: words, units } = useTexts()
  const format = useFormat()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [isTyping, setTyping] = useState(false)
  /** Enter was pressed before the answer to what was typed came: it takes the first of that answer, or goes on. */
  const [awaited, setAwaited] = useState(false)
  const [search] = useDebouncedValue(value.trim(), searchPauseMs)
  const wanted = value.trim()
  const isSearching = isOffering && isTyping && wanted.length >= lettersWanted
  const { data, isPlaceholderData } = useInfiniteQuery({
    ...productsQuery(search, { limit: compared }),
    placeholderData: keepPreviousData,
    enabled: isSearching && search.length >= lettersWanted,
  })
  // What was found for other words than those that stand there is never taken.
  const isAnswered = data !== undefined && !isPlaceholderData && search === wanted
  const found =
    isSearching && isAnswered ? likelyFirst(data.pages[0]?.items ?? [], wanted).slice(0, shown) : []

  const stop = () => {
    setTyping(false)
    setAwaited(false)
    combobox.closeDropdown()
  }
  const pick = (product: Product | undefined) => {
    stop()
    if (product) onPick(product)
    else onEnter()
  }

  useEffect(() => {
    if (awaited && isAnswered) pick(found[0])
  })

  useEffect(() => {
    if (found.length > 0) combobox.openDropdown()
    else combobox.closeDropdown()
  }, [found.length, combobox.openDropdown, combobox.closeDropdown])

  // Choosing brings the row into view, and the list has its place only a moment after it opens: the page would jump.
  useEffect(() => {
    if (found.length === 0) return
    const inPlace = setTimeout(() => combobox.selectFirstOption(), placedAfterMs)
    return () => clearTimeout(inPlace)
  }, [found.length, combobox.selectFirstOption])

  const enter = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // With something found, the list takes the one that is marked.
    if (found.length > 0 && combobox.dropdownOpened) return
    event.preventDefault()
    if (isSearching && !isAnswered) setAwaited(true)
    else pick(found[0])
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => pick(found.find((product) => product.id === id))}
      // Inside the page, so that it belongs to its main landmark.
      withinPortal={false}
      width={360}
      position="bottom-start"
      classNames={{ dropdown: styles.dropdown ?? '' }}
    >
      <Combobox.Target withAriaAttributes={isOffering} withExpandedAttribute={isOffering}>
        <input
          {...input}
          {...(isOffering && { role: 'combobox' })}
          value={value}
          onChange={(event) => {
            setTyping(true)
            setAwaited(false)
            onType(event.currentTarget.value)
          }}
          onKeyDown={enter}
          onBlur={(event) => {
            if (!awaited) stop()
            onBlur?.(event)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={words.productsFound} mah={320} className={styles.options}>
          {found.map((product) => (
            <Combobox.Option key={product.id} value={product.id}>
              <span className={styles.name}>
                {product.description}
                {product.code && <small className={styles.code}>{product.code}</small>}
              </span>
              <span className={styles.city}>
                {format.euro(product.unitPrice)}
                {product.unit && ` / ${units[product.unit]}`}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
