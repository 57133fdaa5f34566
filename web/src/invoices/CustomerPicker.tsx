import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { AddIcon, ChevronDownIcon } from '../components/icons.ts'
import { type Customer, type CustomerDetail, customersQuery } from '../customers/queries.ts'
import { useTexts } from '../language/language.tsx'
import { CustomerDialog } from './CustomerDialog.tsx'
import styles from './CustomerPicker.module.css'
import { PickedCustomer } from './PickedCustomer.tsx'
import type { BookingPreview } from './queries.ts'

/** More are found by typing on. */
const shown = 20
const searchPauseMs = 200
/** The value of the option that makes a new customer; no id looks like it. */
const makeNew = 'new'

type CustomerPickerProps = {
  customer: CustomerDetail | undefined
  blockers: BookingPreview['blockers']
  onMend: (path: string) => void
  error: string | undefined
  onBlur: () => void
  /** Null when what is typed is none of them. */
  onPick: (customerId: string | null) => void
}

/** Finds a customer by typing, or makes one on the way. */
export function CustomerPicker({ customer, blockers, onMend, error, onBlur, onPick }: CustomerPickerProps) {
  const { invoiceForm: words } = useTexts()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string>()
  const [search] = useDebouncedValue(typed ?? '', searchPauseMs)
  const leavingForDialog = useRef(false)
  /**
   * What is taken of the answer to what was typed, which had not come yet: the first, after Enter; the one that is
   * called just so, after the field was left.
   */
  const [awaited, setAwaited] = useState<'first' | 'same' | null>(null)
  const [dialog, setDialog] = useState<
    { name: string } | { customer: Customer; startAt: 'address' | 'city' }
  >()
  const { data, isPlaceholderData } = useInfiniteQuery({
    ...customersQuery(search, { limit: shown }),
    placeholderData: keepPreviousData,
    enabled: combobox.dropdownOpened || awaited !== null,
  })
  const wanted = typed?.trim() ?? ''
  // What was found for other words than those that stand there is shown, and never taken.
  const isAnswered = data !== undefined && !isPlaceholderData && search.trim() === wanted
  const found = data?.pages[0]?.items ?? []
  const calledJustSo = isAnswered
    ? found.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
    : undefined

  const choose = (value: string) => {
    leavingForDialog.current = value === makeNew
    if (value === makeNew) setDialog({ name: typed?.trim() ?? '' })
    else onPick(value)
    setTyped(undefined)
    setAwaited(null)
    combobox.closeDropdown()
  }

  useEffect(() => {
    if (awaited === null || !isAnswered) return
    setAwaited(null)
    const taken = awaited === 'first' ? found[0] : calledJustSo
    if (taken) choose(taken.id)
  })

  useEffect(() => {
    if (combobox.dropdownOpened && isAnswered && wanted !== '') combobox.selectFirstOption()
  }, [combobox.dropdownOpened, combobox.selectFirstOption, isAnswered, wanted])

  /** Typed text stays until it is taken, given up with Esc, or replaced: it never vanishes. */
  const leave = () => {
    combobox.closeDropdown()
    if (leavingForDialog.current) {
      // Making a customer is no reason to say that none was chosen.
      leavingForDialog.current = false
      return
    }
    if (calledJustSo) choose(calledJustSo.id)
    else if (wanted === '') setTyped(undefined)
    else if (awaited === null && wanted !== customer?.name) {
      onPick(null)
      if (!isAnswered) setAwaited('same')
    }
    onBlur()
  }

  return (
    <>
      <Combobox
        store={combobox}
        onOptionSubmit={choose}
        // Inside the page, so that it belongs to its main landmark.
        withinPortal={false}
        classNames={{ dropdown: styles.dropdown ?? '' }}
      >
        <Combobox.Target withExpandedAttribute>
          <InputBase
            label={words.customer}
            error={error}
            role="combobox"
            data-autofocus
            autoComplete="off"
            placeholder={words.customerPlaceholder}
            rightSection={<ChevronDownIcon aria-hidden className={styles.chevron} />}
            rightSectionPointerEvents="none"
            value={typed ?? customer?.name ?? ''}
            onChange={(event) => {
              setTyped(
                withoutName(event.currentTarget.value, typed === undefined ? customer?.name : undefined),
              )
              setAwaited(null)
              combobox.resetSelectedOption()
              combobox.openDropdown()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped(undefined)
              if (event.key !== 'Enter' || isAnswered || wanted === '') return
              event.preventDefault()
              setAwaited('first')
            }}
            onClick={() => combobox.openDropdown()}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={leave}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={words.customer} mah={320} className={styles.options}>
            {found.map((option) => (
              <Combobox.Option key={option.id} value={option.id} active={option.id === customer?.id}>
                <span className={styles.name}>{option.name}</span>
                <span className={styles.city}>{option.city}</span>
              </Combobox.Option>
            ))}
            {/* A name that is not looked up yet may be a customer already; made again it would stand there twice. */}
            {(wanted === '' || isAnswered) && (
              <Combobox.Option value={makeNew} className={styles.new}>
                <AddIcon aria-hidden />
                {wanted === '' ? words.newCustomer : words.newCustomerNamed(wanted)}
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {customer && (
        <PickedCustomer
          customer={customer}
          saidAbove={error !== undefined}
          vatNumberProblem={blockers.find(({ path }) => path === 'customer.vatNumber')?.code}
          onComplete={() => setDialog({ customer, startAt: customer.address ? 'city' : 'address' })}
          onMend={onMend}
        />
      )}
      {dialog && (
        <CustomerDialog
          {...dialog}
          onClose={() => setDialog(undefined)}
          onSaved={(saved) => {
            onPick(saved.id)
            setDialog(undefined)
          }}
        />
      )}
    </>
  )
}

/** What is typed after the name of who was chosen is another name, and not the end of that one. */
function withoutName(value: string, name: string | undefined): string {
  return name !== undefined && value.startsWith(name) ? value.slice(name.length) : value
}
