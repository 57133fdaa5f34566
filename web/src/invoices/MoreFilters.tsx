import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ButtonLink } from '../components/links.tsx'
import { customerQuery, customersQuery } from '../customers/queries.ts'
import { formatQuantity } from '../format/amounts.ts'
import { readDecimal } from '../format/decimal.ts'
import { SelectField } from '../forms/SelectField.tsx'
import { useLanguage, useTexts } from '../language/language.tsx'
import { type InvoiceListSearch, type InvoiceView, paths } from '../routing/paths.ts'
import { amountTextOf } from '../routing/search.ts'
import styles from './MoreFilters.module.css'

const searchPauseMs = 200
/** More are found by typing on. */
const shown = 20

/** By what else the list is narrowed: a customer, amounts, and the states that few look for. */
export function MoreFilters({ search }: { search: InvoiceListSearch }) {
  const { invoices: texts, common, messages } = useTexts()
  const navigate = useNavigate()
  const show = (next: InvoiceListSearch) =>
    void navigate({ ...paths.invoices(next), replace: true, resetScroll: false })
  const { klant, tot, vanaf, ...others } = search
  const { toon, ...kept } = search
  return (
    <div className={styles.filters}>
      <CustomerFilter
        // Another customer begins with another text.
        key={klant ?? ''}
        customerId={klant}
        onChoose={(id) =>
          show({ ...others, ...(vanaf && { vanaf }), ...(tot && { tot }), ...(id && { klant: id }) })
        }
      />
      {(['vanaf', 'tot'] as const).map((bound) => (
        <AmountFilter
          key={`${bound} ${search[bound] ?? ''}`}
          label={bound === 'vanaf' ? texts.least : texts.most}
          amount={search[bound]}
          onChoose={(amount) => {
            const { [bound]: _, ...rest } = search
            show({ ...rest, ...(amount && { [bound]: amount }) })
          }}
        />
      ))}
      <SelectField
        label={texts.stand}
        value={toon ?? ''}
        onChange={(event) => {
          const view = event.currentTarget.value as InvoiceView | ''
          show({ ...kept, ...(view && { toon: view }) })
        }}
      >
        <option value="">{texts.all}</option>
        <option value="open">{texts.open}</option>
        <option value="in-de-boeken">{texts.inBooks}</option>
        <option value="verzonden">{messages.column}</option>
        {toon && !['open', 'in-de-boeken', 'verzonden'].includes(toon) && (
          <option value={toon}>{texts.asAbove}</option>
        )}
      </SelectField>
      {(klant || vanaf || tot) && (
        <ButtonLink {...paths.invoices()} variant="subtle" size="sm">
          {common.clearSearch}
        </ButtonLink>
      )}
    </div>
  )
}

type CustomerFilterProps = { customerId: string | undefined; onChoose: (id: string | null) => void }

/** Finds the customer whose invoices are listed by typing. */
function CustomerFilter({ customerId, onChoose }: CustomerFilterProps) {
  const { invoices: texts, customers } = useTexts()
  const { data: chosen } = useQuery({ ...customerQuery(customerId ?? ''), enabled: customerId !== undefined })
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string>()
  const [search] = useDebouncedValue(typed ?? '', searchPauseMs)
  const { data } = useInfiniteQuery({
    ...customersQuery(search, { limit: shown }),
    placeholderData: keepPreviousData,
    enabled: combobox.dropdownOpened,
  })
  const found = data?.pages[0]?.items ?? []
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        combobox.closeDropdown()
        onChoose(id || null)
      }}
    >
      <Combobox.Target>
        <TextInput
          label={texts.customer}
          placeholder={texts.anyCustomer}
          value={typed ?? chosen?.name ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown()
            if (typed === '' && customerId !== undefined) onChoose(null)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          <Combobox.Option value="">{texts.anyCustomer}</Combobox.Option>
          {found.map(({ city, id, name }) => (
            <Combobox.Option key={id} value={id}>
              {name}
              {city && <span className={styles.city}> {city}</span>}
            </Combobox.Option>
          ))}
          {data && found.length === 0 && <Combobox.Empty>{customers.noneFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

type AmountFilterProps = {
  label: string
  amount: string | undefined
  onChoose: (amount: string | null) => void
}

/** An amount as people write it; it holds once the field is left, or Enter is pressed. */
function AmountFilter({ amount, label, onChoose }: AmountFilterProps) {
  const { invoices: texts } = useTexts()
  const { language } = useLanguage()
  const [typed, setTyped] = useState(amount === undefined ? '' : formatQuantity(amount, language))
  const [isWrong, setWrong] = useState(false)
  const take = () => {
    const read = typed.trim() === '' ? null : amountTextOf(readDecimal(typed, language))
    setWrong(read === undefined)
    if (read !== undefined && read !== (amount ?? null)) onChoose(read)
  }
  return (
    <TextInput
      className={styles.amount ?? ''}
      label={label}
      inputMode="decimal"
      value={typed}
      error={isWrong ? texts.noAmount : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
