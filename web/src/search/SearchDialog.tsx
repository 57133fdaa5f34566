import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { InvoiceIcon, PersonIcon, ProductIcon, SearchIcon } from '../components/icons.ts'
import { Status, statusOf } from '../components/Status.tsx'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { foundQuery } from './queries.ts'
import styles from './SearchDialog.module.css'
import { type Found, useActions, usePlaces } from './use-places.tsx'

const [store, spotlight] = createSpotlight()
const searchPauseMs = 150

/** One field over invoices, customers, products, places and actions. `asked` goes up each time it is to open. */
export function SearchDialog({ asked }: { asked: number }) {
  const { search: texts } = useTexts()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const { groups, isAnswered } = useFound(typed)
  /** Enter was pressed before the answer to what was typed came: it takes the first of that answer. */
  const [awaited, setAwaited] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked > 0) spotlight.open()
  }, [asked])
  const go = (link: LinkProps) => {
    setAwaited(false)
    spotlight.close()
    void navigate(link)
  }
  const goToFirst = () => {
    setAwaited(false)
    // What only looks like what was typed is chosen, never taken by itself.
    const first = groups.filter(({ isMeant }) => !isMeant).flatMap(({ found }) => found)[0]
    if (first) go(first.link)
  }
  useEffect(() => {
    if (awaited && isAnswered) goToFirst()
  })
  /** Without a row that was chosen by an arrow Enter takes the first; the list chooses none when an answer comes. */
  const takeByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') setAwaited(false)
    else if (!isAnswered) setAwaited(true)
    else if (list.current?.querySelector('[data-selected]') === null) goToFirst()
  }
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={() => setAwaited(false)}
      scrollable
      maxHeight="60vh"
      size="44rem"
      overlayProps={{ backgroundOpacity: 0.55, blur: 0 }}
      attributes={{ content: { 'aria-label': texts.label } }}
      classNames={{ action: styles.action ?? '', actionsGroup: styles.group ?? '' }}
    >
      <Spotlight.Search
        aria-label={texts.label}
        placeholder={texts.placeholder}
        leftSection={<SearchIcon aria-hidden />}
        onKeyDown={takeByEnter}
      />
      <Spotlight.ActionsList ref={list} className={styles.list ?? ''}>
        {/* What was found for other words than those that stand there is never taken. */}
        {isAnswered &&
          groups.map(({ title, found, isMeant }) => (
            <Spotlight.ActionsGroup key={title} label={title} data-meant={isMeant}>
              {found.map((each) => (
                <Spotlight.Action key={each.key} onClick={() => go(each.link)}>
                  <Row found={each} />
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          ))}
        {groups.length === 0 && isAnswered && (
          <Spotlight.Empty>{texts.nothing(typed.trim())}</Spotlight.Empty>
        )}
        {!isAnswered && <Spotlight.Empty>{texts.searching}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

type Row = Found & { state?: Parameters<typeof statusOf>[0]; amount?: string }

function Row({ found: { amount, icon, label, note, state } }: { found: Row }) {
  return (
    <span className={styles.row}>
      {icon}
      <b>{label}</b>
      <span className={styles.note}>{note}</span>
      {state && <Status of={statusOf(state)} />}
      {amount !== undefined && <span className={styles.amount}>{amount}</span>}
    </span>
  )
}

const nothing = { invoices: [], customers: [], products: [], alike: { customers: [], products: [] } }

type Group = { title: string; found: Row[]; isMeant?: true }

/** The groups with something in them, and whether they are of what stands in the field. */
function useFound(typed: string): { groups: Group[]; isAnswered: boolean } {
  const {
    customers: customerTexts,
    invoices: invoiceTexts,
    products: productTexts,
    search: texts,
  } = useTexts()
  const format = useFormat()
  const wanted = typed.trim()
  const [asked] = useDebouncedValue(wanted, searchPauseMs)
  const { data, isError } = useQuery({ ...foundQuery(asked), placeholderData: keepPreviousData })
  const isAnswered = wanted === '' || data?.words === wanted || (isError && asked === wanted)
  const answer = wanted === '' || data?.words !== wanted ? nothing : data
  const places = usePlaces(wanted)
  const actions = useActions(wanted, answer.customers[0])
  const invoices = answer.invoices.map((invoice) => ({
    key: invoice.id,
    label: invoice.number ?? invoiceTexts.withoutNumber,
    note: invoice.customerName,
    icon: <InvoiceIcon aria-hidden />,
    link: paths.invoice(invoice.id),
    state: invoice.booksState,
    amount: format.euro(invoice.totalGross),
  }))
  const customers = answer.customers.map((customer) => ({
    key: customer.id,
    label: customer.name,
    note: customer.city ?? '',
    icon: <PersonIcon aria-hidden />,
    link: paths.customer(customer.id),
  }))
  const products = answer.products.map((product) => ({
    key: product.id,
    label: product.description,
    note: product.code ?? '',
    icon: <ProductIcon aria-hidden />,
    link: paths.product(product.id),
    amount: format.euro(product.unitPrice),
  }))
  const alike = [
    ...answer.alike.customers.map(({ city, id, name }) => ({
      key: id,
      label: name,
      note: city ?? '',
      icon: <PersonIcon aria-hidden />,
      link: paths.customer(id),
    })),
    ...answer.alike.products.map(({ code, description, id }) => ({
      key: id,
      label: description,
      note: code ?? '',
      icon: <ProductIcon aria-hidden />,
      link: paths.product(id),
    })),
  ]
  const groups: Group[] = [
    { title: invoiceTexts.title, found: invoices },
    { title: customerTexts.title, found: customers },
    { title: productTexts.title, found: products },
    { title: texts.places, found: places },
    { title: texts.actions, found: actions },
    { title: texts.meant, found: alike, isMeant: true },
  ]
  return { groups: groups.filter(({ found }) => found.length > 0), isAnswered }
}
