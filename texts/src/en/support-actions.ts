import type * as dutch from '../nl/support-actions.ts'

export const supportActions = {
  vat_amount_refused:
    'Put the VAT amounts of the exchange below beside the lines of the invoice, and read which amount e-Boekhouden.nl expects. The user cannot solve this: pass it on to the makers of Stella, with the reference.',
  amounts_refused:
    'Add up the amounts of the booking in the exchange below, and read what e-Boekhouden.nl finds wrong. The user cannot solve this: pass it on to the makers of Stella, with the reference.',
  request_refused:
    'Read in the exchange below which field e-Boekhouden.nl could not read. If it comes from the customer, let the user change it there and offer it again. Otherwise pass it on to the makers of Stella, with the reference.',
  refused_without_known_reason:
    'Read in the exchange below what e-Boekhouden.nl answered exactly, and offer it again once that reason is gone. Pass the code on to the makers of Stella, so that it gets an explanation of its own.',
  number_taken_not_found:
    'Let the user look in e-Boekhouden.nl for this number or relation code, in other years too. If nothing is found, ask e-Boekhouden.nl. Then offer it again: Stella first looks whether it is there.',
  refused_against_its_books:
    'Read in the exchange below what e-Boekhouden.nl refused, and have the user look up that account or relation there. If it is there and of the right kind, ask e-Boekhouden.nl about it and offer it again.',
  plan_disagrees:
    'Compare the total of the invoice per VAT rate with the booking, and pass the invoice on to the makers of Stella. Nothing was sent; the user cannot mend this.',
  vat_treatment_unknown:
    'Look on the invoice which VAT rate has no code of e-Boekhouden.nl yet, and pass it on to the makers of Stella. The user cannot solve this.',
  tried_too_long:
    'Look in the exchange below what went wrong for three days, and whether it works again for other administrations. Then offer it again.',
  unresolved_too_long:
    'Look with the user in e-Boekhouden.nl whether it is there. Then offer it again in any case: Stella first looks whether it is there, and books nothing twice.',
} satisfies typeof dutch.supportActions
