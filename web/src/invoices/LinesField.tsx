import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useRates, useVatNames } from '../api/vat.ts'
import { AddIcon } from '../components/icons.ts'
import { useToast } from '../components/Toasts.tsx'
import { roles } from '../components/table-roles.ts'
import { useBackCloses } from '../components/use-back-closes.ts'
import { OfferButton } from '../forms/OfferButton.tsx'
import { useLanguage, useTexts } from '../language/language.tsx'
import { productsQuery } from '../products/queries.ts'
import { type AllowanceFields, emptyAllowance } from './allowances.ts'
import { emptyLine, type LineField, type LineFields } from './fields.ts'
import { LineRow } from './LineRow.tsx'
import styles from './LinesField.module.css'
import type { Direction } from './MoveLine.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { fill, isSheet, type Pasted, pasteSheet } from './paste.ts'
import { lineOfProduct } from './product-line.ts'
import { TextRow } from './TextRow.tsx'
import type { ErrorOf } from './use-field-errors.ts'
import { useFocusWhenThere } from './use-focus-when-there.ts'
import { WholeAllowances } from './WholeAllowances.tsx'

type LinesFieldProps = {
  lines: LineFields[]
  pricesIncludeVat: boolean
  /** The day whose rates of the law count. */
  day: string
  errorOf: ErrorOf
  onTouch: (path: string) => void
  onChange: (lines: LineFields[]) => void
  /** Discounts and charges on the whole. */
  allowances: AllowanceFields[]
  onAllowancesChange: (allowances: AllowanceFields[]) => void
  /** One more way to begin, beside the button that adds a line. */
  start: ReactNode
  /** What the lines come to, beside the button that adds one. */
  totals: ReactNode
}

/** The lines of an invoice: typed, added with Enter, pasted from a spreadsheet. */
export function LinesField(props: LinesFieldProps) {
  const { lines, pricesIncludeVat, day, errorOf, onTouch, onChange, totals } = props
  const { allowances, onAllowancesChange, start } = props
  const vatName = useVatNames(day)
  const rateOf = useRates(day)
  const { data: products } = useInfiniteQuery(productsQuery('', { limit: 1 }))
  const hasProducts = (products?.pages[0]?.items.length ?? 0) > 0
  const { invoiceForm: words, allowances: discountWords } = useTexts()
  const { language } = useLanguage()
  const toast = useToast()
  const field = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const [announced, announce] = useState('')
  const [unclear, setUnclear] = useState<Extract<Pasted, { kind: 'unclear' }> & { place: number }>()
  const latest = useRef(lines)
  latest.current = lines

  const focusWhenThere = useFocusWhenThere()
  const [openKey, setOpenKey] = useState(lines.length === 1 ? lines[0]?.key : undefined)

  // Only there the other lines are folded, so that one lies open like a sheet.
  const isPhone = useMediaQuery('(max-width: 48em)')
  useBackCloses(isPhone === true && lines.length > 1 && openKey !== undefined, () => setOpenKey(undefined))

  const openLine = (key: string | undefined) => {
    setOpenKey(key)
    focusWhenThere(() => {
      const place = latest.current.findIndex((line) => line.key === key)
      return body.current?.querySelectorAll('tr[data-line]')[place]?.querySelector('input')
    })
  }

  const add = (kind: LineFields['kind'] = 'item') => {
    const line = { ...emptyLine(lines.findLast((it) => it.kind === 'item')), kind }
    onChange([...lines, line])
    openLine(line.key)
  }

  const focusAllowance = (key: string) =>
    focusWhenThere(() => field.current?.querySelector<HTMLInputElement>(`[data-allowance="${key}"] input`))

  /** On the line that is being edited, else on the last one. */
  const addAllowance = () => {
    const item = lines.find((line) => line.key === openKey && line.kind === 'item')
    const line = item ?? lines.findLast((it) => it.kind === 'item')
    if (!line) return
    const allowance = emptyAllowance()
    const own = [...line.allowances, allowance]
    onChange(lines.map((other) => (other === line ? { ...line, allowances: own } : other)))
    setOpenKey(line.key)
    focusAllowance(allowance.key)
  }

  const addAllowanceOnWhole = () => {
    const allowance = emptyAllowance()
    onAllowancesChange([...allowances, allowance])
    focusAllowance(allowance.key)
  }

  const remove = (place: number) => {
    const removed = lines[place]
    const others = lines.filter((_, index) => index !== place)
    const left = others.length > 0 ? others : [emptyLine(removed)]
    onChange(left)
    openLine(left[Math.min(place, left.length - 1)]?.key)
    // What was typed in the other lines since stays.
    const putBack = () => removed && onChange(latest.current.toSpliced(place, 0, removed))
    toast({ text: words.lineRemoved(place + 1), undo: putBack })
  }

  const move = (place: number, by: Direction) => {
    const line = lines[place]
    const to = place + by
    if (!line || to < 0 || to >= lines.length) return
    const active = document.activeElement
    onChange(lines.toSpliced(place, 1).toSpliced(to, 0, line))
    announce(words.lineMoved(place + 1, to + 1))
    // Its row is another place of the page now, and would lose the keyboard.
    focusWhenThere(() => (active instanceof HTMLElement ? active : null))
  }

  // What was pasted and not understood says so at once: nobody leaves a field that they were never in.
  const take = (place: number, result: { lines: LineFields[]; filled: number }) => {
    onChange(result.lines)
    announce(words.pasted(result.filled))
    for (let line = place; line < place + result.filled; line += 1) {
      for (const field of ['quantity', 'unitPrice', 'vatTreatment', 'vatRate'] as const)
        if (result.lines[line]?.[field]) onTouch(`lines.${line}.${field}`)
    }
  }

  const paste = (place: number, field: LineField, text: string) => {
    if (!isSheet(text)) return false
    const result = pasteSheet(lines, { line: place, field }, text, language)
    if (result.kind === 'unclear') setUnclear({ ...result, place })
    else take(place, result)
    return true
  }

  const priceWord = pricesIncludeVat ? words.priceWithVat : words.price
  const tooMany = errorOf('lines')
  return (
    <div ref={field}>
      <table className={styles.lines} {...roles.table}>
        <caption className="visually-hidden">{words.lines}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th {...roles.columnheader}>{words.description}</th>
            <th {...roles.columnheader} className={styles.quantity}>
              {words.quantity}
            </th>
            <th {...roles.columnheader} className={styles.unit}>
              {words.unit}
            </th>
            <th {...roles.columnheader} className={styles.price}>
              {priceWord}
            </th>
            <th {...roles.columnheader} className={styles.vat}>
              {words.vat}
            </th>
            <th {...roles.columnheader} className={styles.amount}>
              {pricesIncludeVat ? words.amountWithVat : words.amount}
            </th>
            <th {...roles.columnheader} className={styles.remove}>
              <span className="visually-hidden">{words.removeColumn}</span>
            </th>
          </tr>
        </thead>
        <tbody {...roles.rowgroup} ref={body}>
          {lines.map((line, place) => {
            const common = {
              line,
              place,
              errorOf,
              onTouch,
              onChange: (part: Partial<LineFields>) =>
                onChange(lines.map((other, index) => (index === place ? { ...other, ...part } : other))),
              onEnter: () => (place === lines.length - 1 ? add() : openLine(lines[place + 1]?.key)),
              onRemove: () => remove(place),
              isLast: place === lines.length - 1,
              onMove: (by: Direction) => move(place, by),
            }
            return line.kind === 'text' ? (
              <TextRow key={line.key} {...common} />
            ) : (
              <LineRow
                key={line.key}
                {...common}
                priceWord={priceWord}
                vatName={vatName}
                isOpen={line.key === openKey}
                onOpen={() => setOpenKey(line.key)}
                onUnfold={() => openLine(line.key)}
                onPaste={(field, text) => paste(place, field, text)}
                hasProducts={hasProducts}
                onPick={(product) =>
                  common.onChange(
                    lineOfProduct(product, {
                      pricesIncludeVat,
                      rate: product.vatRate ?? rateOf(product.vatTreatment),
                      language,
                    }),
                  )
                }
              />
            )
          })}
        </tbody>
      </table>
      {unclear && (
        <PasteDialog
          rows={unclear.rows}
          guess={unclear.guess}
          onClose={() => setUnclear(undefined)}
          onFill={(rows, columns) => {
            take(unclear.place, fill(lines, unclear.place, rows, columns, language))
            setUnclear(undefined)
          }}
        />
      )}
      <div className={styles.below}>
        <div className={styles.adding}>
          <div className={styles.buttons}>
            <Button size="sm" leftSection={<AddIcon aria-hidden />} onClick={() => add()}>
              {words.addLine}
            </Button>
            {(
              [
                [words.addText, () => add('text')],
                [discountWords.onLine, addAllowance],
                [discountWords.onWhole, addAllowanceOnWhole],
              ] as const
            ).map(([name, act]) => (
              <OfferButton key={name} onClick={act}>
                {name}
              </OfferButton>
            ))}
            {start}
          </div>
          {tooMany && (
            <p className={styles.error} role="alert">
              {tooMany}
            </p>
          )}
          <p className={styles.help}>
            {words.addLineHelp} {hasProducts && words.productHelp} {lines.length > 1 && words.moveHelp}
          </p>
          <p className="visually-hidden" role="status">
            {announced}
          </p>
        </div>
        <div>
          <WholeAllowances
            allowances={allowances}
            vatName={vatName}
            errorOf={errorOf}
            onTouch={onTouch}
            onChange={onAllowancesChange}
          />
          {totals}
        </div>
      </div>
    </div>
  )
}
