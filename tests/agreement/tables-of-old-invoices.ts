import { backfillOutcomes, backfillStates, overrideKinds } from '@stella/database'
import type { Agreement } from './agreement.ts'

/** What a person decides of invoices that Stella does not book by itself. */
export const agreementsOfOldInvoices: Readonly<Record<string, Agreement>> = {
  'states of a backfill': { words: backfillStates, places: {}, columns: ['backfills.state'] },
  'outcomes of an invoice of a backfill': {
    words: backfillOutcomes,
    places: {},
    columns: ['backfill_items.outcome'],
  },
  'what a person says of a booking': {
    words: overrideKinds,
    places: {},
    columns: ['booking_overrides.kind'],
  },
}
