import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { AddIcon, ChevronDownIcon } from '../components/icons.ts'
import { type Customer, type CustomerDetail, customersQuery } from '../customers/queries.ts'
import { useTexts } from '../language/language.tsx'
import { CustomerDialog } from './CustomerDialog.tsx'
import styles from './CustomerPicker.module.css'
import { PickedCustomer } from './PickedCustomer.tsx'

/** More are found by typing on. */
const shown = 20
const searchPauseMs = 200
/** The value of the option that makes a new customer; no id looks like it. */
const makeNew = 'new'

type CustomerPickerProps = {
  customer: CustomerDetail | undefined
  error: string | undefined
  onBlur: () => void
  onPick: (customerId: string) => void
}

/** Finds a customer by typing, or makes one on the way. */
export function CustomerPicker({ customer, error, onBlur, onPick }: CustomerPickerProps) {
  const { invoiceForm: words } = useTexts()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string>()
  const [search] = useDebouncedValue(typed ?? '', searchPauseMs)
  const leavingForDialog = useRef(false)
  const [dialog, setDialog] = useState<{ name: string } | { customer: Customer }>()
  const { data } = useInfiniteQuery({
    ...customersQuery(search, shown),
    placeholderData: keepPreviousData,
    enabled: combobox.dropdownOpened,
  })
  const found = data?.pages[0]?.items ?? []

  const choose = (value: string) => {
    leavingForDialog.current = value === makeNew
    if (value === makeNew) setDialog({ name: typed?.trim() ?? '' })
    else onPick(value)
    setTyped(undefined)
    combobox.closeDropdown()
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
            autoComplete="off"
            placeholder={words.customerPlaceholder}
            rightSection={<ChevronDownIcon aria-hidden className={styles.chevron} />}
            rightSectionPointerEvents="none"
            value={typed ?? customer?.name ?? ''}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              combobox.openDropdown()
              combobox.selectFirstOption()
            }}
            onClick={() => combobox.openDropdown()}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={() => {
              setTyped(undefined)
              combobox.closeDropdown()
              // Making a customer is no reason to say that none was chosen.
              if (!leavingForDialog.current) onBlur()
              leavingForDialog.current = false
            }}
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
            <Combobox.Option value={makeNew} className={styles.new}>
              <AddIcon aria-hidden />
              {typed?.trim() ? words.newCustomerNamed(typed.trim()) : words.newCustomer}
            </Combobox.Option>
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {customer && (
        <PickedCustomer
          customer={customer}
          saidAbove={error !== undefined}
          onComplete={() => setDialog({ customer })}
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
