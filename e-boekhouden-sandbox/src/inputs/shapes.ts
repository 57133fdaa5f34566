import { z } from 'zod'
import { describeFault, type FaultParameters, faultKindNames } from '../faults/kinds.ts'
import type { AdministrationChange, NewAdministration } from '../handle/administration.ts'
import type { FaultRule } from '../handle/faults.ts'
import type { JournalFilter } from '../handle/journal.ts'
import type { Settings } from '../handle/settings.ts'
import { operationNames } from '../protocol/operations.ts'

// What may be asked of a sandbox from outside, field by field, whether it comes as JSON, from a form or from a test
// in the same process. A field that is not named here is refused.

/** The service trims what it is sent, so a text with spaces at its ends could never be met. */
export const text = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^(?!\s)[^\p{Cc}\p{Cs}]*(?<!\s)$/u, 'no spaces at its ends and no control characters')

export const day = z.iso.date('a day of the calendar, YYYY-MM-DD')
const guid = z.string().regex(/^\{[0-9A-F-]{36}\}$/, 'the guid of an administration, with its braces')
const operation = z.enum(operationNames, 'an operation, such as AddMutatie')
const positive = z.int().min(1)

const administration = {
  company: text(1, 100).exactOptional(),
  city: text(0, 50).exactOptional(),
  accountant: z.boolean().exactOptional(),
  clients: z.array(guid).exactOptional(),
  // The codes are as long as the manual allows.
  username: text(1, 55).exactOptional(),
  code1: text(1, 50).exactOptional(),
  code2: text(1, 50).exactOptional(),
}

export const newAdministration: z.ZodType<NewAdministration> = z.strictObject({
  ...administration,
  used: z.boolean().exactOptional(),
})

export const administrationChange: z.ZodType<AdministrationChange> = z.strictObject({
  ...administration,
  permission: z.boolean().exactOptional(),
  ended: z.boolean().exactOptional(),
  closedThrough: day.nullable().exactOptional(),
  mutationCalls: z.int().min(0).exactOptional(),
})

export const settingsChange: z.ZodType<Partial<Settings>> = z.strictObject({
  duplicateInvoiceNumbers: z.enum(['refused', 'accepted']).exactOptional(),
  vatCheck: z.enum(['cent', 'strict']).exactOptional(),
  errorCodes: z.enum(['dotless', 'dotted']).exactOptional(),
  successMessage: z.enum(['empty', 'fields']).exactOptional(),
  emptyValues: z.enum(['lenient', 'strict']).exactOptional(),
  administrationList: z.enum(['opened', 'user', 'accountants']).exactOptional(),
  officeBooks: z.enum(['own', 'none']).exactOptional(),
  /** A year at most. */
  sessionMinutes: z.number().positive().max(525_600).exactOptional(),
  mutationCallsPerMonth: z.int().min(0).exactOptional(),
  mutationsPerAnswer: positive.exactOptional(),
})

const faultParameters = {
  moment: z.enum(['before', 'after']).exactOptional(),
  /** A day at most. */
  seconds: z.number().min(0).max(86_400).exactOptional(),
  status: z.int().min(400).max(599).exactOptional(),
  code: z
    .string()
    .regex(/^[A-Z0-9.]{1,20}$/, 'a code, such as CMUT033')
    .exactOptional(),
  subject: text(0, 50).exactOptional(),
  through: day.exactOptional(),
  variant: z.enum(['latin1', 'utf16', 'bom', 'undeclared']).exactOptional(),
} satisfies Record<keyof FaultParameters, z.ZodType>

/** @param isAdministration whether a guid or a user name is known */
export function faultRule(isAdministration: (name: string) => boolean): z.ZodType<FaultRule> {
  return z
    .strictObject({
      kind: z.enum(faultKindNames),
      operation: z
        .union([operation, z.array(operation).min(1)], 'an operation or a list of them')
        .exactOptional(),
      administration: z
        .string()
        .refine(isAdministration, 'the guid or the user name of an administration')
        .exactOptional(),
      from: positive.exactOptional(),
      times: positive.exactOptional(),
      share: z.number().min(0).max(1).exactOptional(),
      seed: z.int().exactOptional(),
      ...faultParameters,
    })
    .superRefine((rule, { addIssue }) => {
      const { operations, defaults } = describeFault(rule.kind)
      const wrong = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message })
      for (const field of Object.keys(faultParameters))
        if (field in rule && !(field in defaults)) wrong(field, `${rule.kind} does not take it`)
      for (const asked of [rule.operation ?? []].flat())
        if (operations && !operations.includes(asked))
          wrong('operation', `${rule.kind} does not apply to ${asked}`)
    })
}

export const faultSwitch = z.strictObject({ on: z.boolean() })

const instant = z.iso.datetime({
  offset: true,
  error: 'an instant with its zone, such as 2026-11-22T09:00:00Z',
})

export const clockChange = z
  .strictObject({
    now: instant.exactOptional(),
    advanceSeconds: z.number().exactOptional(),
    follow: z.literal(true).exactOptional(),
  })
  .refine((body) => Object.keys(body).length === 1, 'one of now, advanceSeconds and follow')

export const journalFilter: z.ZodType<JournalFilter> = z.strictObject({
  operation: operation.exactOptional(),
  administration: z.string().exactOptional(),
  after: z.int().min(0).exactOptional(),
  limit: positive.exactOptional(),
})

/** For what takes no fields at all. */
export const nothing = z.strictObject({})
