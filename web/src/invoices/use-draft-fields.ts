import type { Language } from '@stella/texts/screens'
import { useCallback, useState } from 'react'
import { today } from '../format/days.ts'
import { unsavedUnder } from '../forms/unsaved.ts'
import type { AllowanceFields } from './allowances.ts'
import { type DraftFields, emptyDraft, emptyLine, fieldsOf, type LineFields, nothingMore } from './fields.ts'
import type { Invoice } from './queries.ts'
import type { KeptDraft } from './run-autosave.ts'

type Begin = { fields: DraftFields; restored: KeptDraft | undefined; outdated: boolean }

type DraftFieldsOptions = {
  invoice: Invoice | undefined
  startCustomerId: string | null
  keepUnder: string
  language: Language
}

/** The fields of a draft; what this browser kept unsaved comes first. */
export function useDraftFields(options: DraftFieldsOptions) {
  const [begin] = useState(() => beginWith(options))
  const [fields, setFields] = useState(begin.fields)
  return {
    fields,
    change: useCallback((part: Partial<DraftFields>) => setFields((before) => ({ ...before, ...part })), []),
    /** The work that had not been saved and the form began with. */
    restored: begin.restored,
    /** That work was made on an older version than the saved one. */
    outdated: begin.outdated,
  }
}

function beginWith({ invoice, startCustomerId, keepUnder, language }: DraftFieldsOptions): Begin {
  const saved = invoice ? fieldsOf(invoice, language) : emptyDraft(today(), startCustomerId)
  const kept = readKept(unsavedUnder(keepUnder))
  // An invoice for one customer does not begin with what was typed for another.
  const other = !invoice && startCustomerId !== null && kept?.fields.customerId !== startCustomerId
  if (!kept || other) return { fields: saved, restored: undefined, outdated: false }
  const outdated = invoice !== undefined && kept.revision !== invoice.revision
  return { fields: kept.fields, restored: kept, outdated }
}

/** What is kept may come from an older Stella, or from another hand; anything unknown is left alone. */
function readKept(kept: unknown): KeptDraft | undefined {
  if (!isObject(kept) || !isObject(kept.fields)) return undefined
  const { customerId, seriesId, invoiceDate, paymentTermDays, description, pricesIncludeVat, lines } =
    kept.fields
  const known =
    (customerId === null || typeof customerId === 'string') &&
    typeof invoiceDate === 'string' &&
    typeof paymentTermDays === 'number' &&
    typeof description === 'string' &&
    typeof pricesIncludeVat === 'boolean' &&
    Array.isArray(lines) &&
    lines.length > 0
  if (!known || !lines.every(isLine)) return undefined
  return {
    fields: {
      customerId,
      seriesId: typeof seriesId === 'string' ? seriesId : null,
      invoiceDate,
      paymentTermDays,
      description,
      pricesIncludeVat,
      ...nothingMore,
      ...moreOf(kept.fields),
      // What an older Stella kept of a line has not all of it.
      lines: lines.map((line: Partial<LineFields>) => ({
        ...emptyLine(),
        vatIsChosen: true,
        ...line,
        allowances: allowancesIn(line.allowances),
      })),
      allowances: allowancesIn(kept.fields.allowances),
    },
    revision: typeof kept.revision === 'number' ? kept.revision : null,
  }
}

/** An older Stella kept none of these. */
function moreOf(fields: Record<string, unknown>): Partial<typeof nothingMore> {
  const names = Object.keys(nothingMore).filter((name) => typeof fields[name] === 'string')
  return Object.fromEntries(names.map((name) => [name, fields[name]]))
}

function allowancesIn(kept: unknown): AllowanceFields[] {
  return Array.isArray(kept) ? kept.filter(isAllowance) : []
}

function isAllowance(allowance: unknown): allowance is AllowanceFields {
  return (
    isObject(allowance) &&
    ['key', 'kind', 'figure', 'unit', 'reason'].every((name) => typeof allowance[name] === 'string')
  )
}

function isLine(line: unknown): line is DraftFields['lines'][number] {
  return (
    isObject(line) &&
    ['key', 'description', 'quantity', 'unitPrice', 'vatTreatment'].every(
      (name) => typeof line[name] === 'string',
    )
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
