import type * as dutch from '../nl/support-actions.ts'

export const supportActions = {
  unreachable:
    'There is nothing to do: Stella tries again by itself. If a user asks, say that the invoice stands ready.',
  no_answer:
    'Wait a few minutes: Stella first looks whether the booking is there. If it stays so, read in the exchange below what e-Boekhouden.nl answered.',
  disturbed:
    'There is nothing to do: Stella looks whether it arrived and goes on by itself. See whether other administrations have the same trouble.',
  busy: 'There is nothing to do: Stella tries again by itself as soon as e-Boekhouden.nl allows it.',
  session_refused:
    'There is nothing to do: Stella signs in again by itself. If it goes on for hours, ask e-Boekhouden.nl.',
  sign_in_unanswered:
    'There is nothing to do: nothing was sent yet, and Stella tries again by itself. See whether other administrations have the same trouble.',
  reported_as_existing:
    'There is nothing to do: Stella first looks whether it is this very booking. It will be known within minutes.',
  draft_unsettled:
    'There is nothing to do: the relation goes along once the draft has not changed for some minutes, or becomes final.',
  reported_as_missing:
    'There is nothing to do: Stella first looks whether the relation is still there. It will be known within minutes.',
  being_looked_up:
    'There is nothing to do: Stella first looks what is there already. It will be known within minutes.',
  look_up_limited:
    'There is nothing to do until e-Boekhouden.nl allows look-ups again, on the first of next month at the latest. If other links work on this administration, they share the same maximum.',
  credited_not_booked_yet:
    'There is nothing to do: once the credited invoice is booked, the credit note follows by itself. Look at that invoice to see what it waits for.',

  codes_refused:
    'Let the user enter the codes again under Preferences, Integrations. Ask whether the password of e-Boekhouden.nl was changed: then security code 1 changed too.',
  administration_not_found:
    'Let the user look in e-Boekhouden.nl whether the administration is still there, and enter its codes again under Preferences, Integrations.',
  security_code_2_refused:
    'Let the user copy security code 2 again and enter it under Preferences, Integrations. Often codes 1 and 2 were swapped.',
  no_permission:
    'Let the user give permissions in e-Boekhouden.nl under Beheer, Uw account, Gebruikers, and then press “Test the connection” under Preferences, Integrations.',
  codes_not_verified:
    'Let the user copy all three codes again and enter them under Preferences, Integrations. Read in the exchange whether e-Boekhouden.nl says which one it is.',
  call_limit_reached:
    'There is nothing to do until the first of next month. If other links work on this administration, they share the same maximum.',
  codes_unreadable:
    'Let the user enter the codes again under Preferences, Integrations. If it concerns more administrations, let whoever runs Stella check whether STELLA_SECRET_KEY was changed.',
  books_not_compared:
    'Let whoever runs Stella run “npm run stella -- compare-books”. If the codes are refused, let the user enter them again under Preferences, Integrations first.',

  account_unknown:
    'Ask the user or the bookkeeper to check in e-Boekhouden.nl that the debtors account and the revenue account (1300 and 8000, or what was chosen under Preferences, Accounts) are there and of the right kind. Then everything goes on by itself, with “Test the connection” at once.',
  revenue_account_refused:
    'Ask the user or the bookkeeper to put the revenue account (8000, or what was chosen under Preferences, Accounts) right in e-Boekhouden.nl, as a profit and loss account. Then everything goes on by itself, with “Test the connection” at once.',
  debtors_account_refused:
    'Ask the user or the bookkeeper to put the debtors account (1300, or what was chosen under Preferences, Accounts) right in e-Boekhouden.nl, as a debtors account. Then everything goes on by itself, with “Test the connection” at once.',
  account_unfit:
    'Ask the user or the bookkeeper to choose an account under Preferences, Accounts that is there in e-Boekhouden.nl. If it was made or put right there just now, let them read the list anew. Then everything goes on by itself.',
  period_closed:
    'Ask the user or the bookkeeper to open the period of the invoice date. Then offer it again.',
  date_refused:
    'Find out with the user in e-Boekhouden.nl from which date can be booked. The invoice itself does not change any more; if its date does not fit, the user makes a new one.',
  vat_code_refused:
    'Ask the user or the bookkeeper to check the VAT settings of the administration. Read in the exchange which VAT code was refused. Then offer it again.',
  vat_amount_refused:
    'Put the VAT amounts of the exchange below beside the lines of the invoice, and read which amount e-Boekhouden.nl expects. The user cannot solve this: pass it on to the makers of Stella, with the reference.',
  amounts_refused:
    'Add up the amounts of the booking in the exchange below, and read what e-Boekhouden.nl finds wrong. The user cannot solve this: pass it on to the makers of Stella, with the reference.',
  relation_missing:
    'Ask whether the relation was removed on purpose, and offer it again: Stella then looks whether it is there, and otherwise adds it anew.',
  refused_against_its_books:
    'Read in the exchange below what e-Boekhouden.nl refused, and have the user look up that account or relation there. If it is there and of the right kind, ask e-Boekhouden.nl about it and offer it again.',
  request_refused:
    'Read in the exchange below which field e-Boekhouden.nl could not read. If it comes from the customer, let the user change it there and offer it again. Otherwise pass it on to the makers of Stella, with the reference.',
  refused_without_known_reason:
    'Read in the exchange below what e-Boekhouden.nl answered exactly, and offer it again once that reason is gone. Pass the code on to the makers of Stella, so that it gets an explanation of its own.',

  number_in_use:
    'Look with the user in e-Boekhouden.nl what stands under this number. Let the user remove it or give it another number, and then offer it again.',
  number_taken_not_found:
    'Let the user look in e-Boekhouden.nl for this number or relation code, in other years too. If nothing is found, ask e-Boekhouden.nl. Then offer it again: Stella first looks whether it is there.',
  found_twice:
    'Ask the user’s bookkeeper to remove one of the two in e-Boekhouden.nl. Then offer it again: Stella recognises the other one.',
  changed_in_books:
    'Ask the user’s bookkeeper to compare the booking with the invoice and put it right. Then offer it again: Stella compares once more.',
  missing_in_books:
    'Ask whether the booking was removed on purpose. If so there is nothing to do. If not, have the bookkeeper put the booking back with the same invoice number and offer it again then: Stella recognises the booking, and does not book it a second time by itself.',

  absent_in_former_books:
    'Ask the user whether the invoice belongs in the administration that is linked now. If so, offer it again: Stella books it there.',
  former_books_closed:
    'Let the user look in the administration that was linked then, or enter its codes again. Then offer it again: Stella looks there whether the invoice was booked.',

  credited_not_booked:
    'Look at the credited invoice why it failed, and solve that. Once it is booked, the credit note follows by itself.',
  credited_elsewhere:
    'Let the user book the credit note in the administration that has the invoice, or enter its codes again: Stella then books it there.',

  relation_not_accepted:
    'Look at the relation below what is the matter, and solve that first. Once the relation is processed, the invoice follows by itself.',
  field_too_long:
    'Read in the exchange which detail is too long and let the user shorten it at the customer. Stella then offers it again by itself.',
  vat_treatment_unknown:
    'Look on the invoice which VAT rate has no code of e-Boekhouden.nl yet, and pass it on to the makers of Stella. The user cannot solve this.',
  plan_disagrees:
    'Compare the total of the invoice per VAT rate with the booking, and pass the invoice on to the makers of Stella. Nothing was sent; the user cannot solve this.',
  invoice_without_amount:
    'There is nothing to do: the invoice comes to zero, and then there is nothing to book. If there should have been an amount, the user makes a new one.',

  tried_too_long:
    'Look in the exchange below what went wrong for three days, and whether it works again for other administrations. Then offer it again.',
  unresolved_too_long:
    'Look with the user in e-Boekhouden.nl whether it is there. Then offer it again in any case: Stella first looks whether it is there, and books nothing twice.',
} satisfies typeof dutch.supportActions
