import type { causes as dutchCauses, nextAtConnection as dutchNextAtConnection } from '../nl/causes.ts'

export const causes = {
  unreachable: {
    what: 'e-Boekhouden.nl cannot be reached right now.',
    why: 'No connection can be made. The reason lies with e-Boekhouden.nl or with the internet in between.',
    next: 'You need do nothing. Stella tries again by itself.',
  },
  no_answer: {
    what: 'No usable answer came from e-Boekhouden.nl.',
    why: 'It is not certain yet whether the booking is there. Stella looks it up first, so that nothing is booked twice.',
    next: 'You need do nothing. It will be known within minutes.',
  },
  disturbed: {
    what: 'e-Boekhouden.nl had a malfunction.',
    why: 'It is not certain yet whether the booking is there. Stella looks it up first, so that nothing is booked twice.',
    next: 'You need do nothing. Stella goes on by itself.',
  },
  busy: {
    what: 'e-Boekhouden.nl is busy.',
    why: 'e-Boekhouden.nl asks to wait for a while.',
    next: 'You need do nothing. Stella tries again later by itself.',
  },
  session_refused: {
    what: 'e-Boekhouden.nl did not let Stella in.',
    why: 'Signing in failed for a moment; the codes themselves were not refused.',
    next: 'You need do nothing. Stella tries again by itself.',
  },
  sign_in_unanswered: {
    what: 'e-Boekhouden.nl gave no usable answer when Stella wanted to sign in.',
    why: 'e-Boekhouden.nl has a malfunction or is being maintained. Nothing was sent yet.',
    next: 'You need do nothing. Stella tries again by itself.',
  },
  reported_as_existing: {
    what: 'e-Boekhouden.nl says that this invoice number is there already.',
    why: 'It may be this very invoice. Stella looks that up first, so that nothing is booked twice.',
    next: 'You need do nothing. It will be known within minutes.',
  },
  draft_unsettled: {
    what: 'The invoice of this customer is still being worked on.',
    why: 'The relation goes to e-Boekhouden.nl once the draft has not changed for some minutes, or when you make the invoice final.',
    next: 'You need do nothing.',
  },
  reported_as_missing: {
    what: 'e-Boekhouden.nl says that it does not know the relation of this invoice.',
    why: 'The relation may have been deleted. Stella first looks whether it is still in e-Boekhouden.nl.',
    next: 'You need do nothing. It will be known within minutes.',
  },
  being_looked_up: {
    what: 'Stella first looks up what is in e-Boekhouden.nl.',
    why: 'It is not certain what is in e-Boekhouden.nl already. Looking first, nothing is there twice.',
    next: 'You need do nothing. It will be known within minutes.',
  },
  look_up_limited: {
    what: 'Stella cannot look up right now whether this is in e-Boekhouden.nl already.',
    why: 'Stella cannot look now whether this is there already, as the queries of this month are used up: e-Boekhouden.nl allows 5,000 for an administration, for all connections together. New invoices are booked all the same.',
    next: 'You need do nothing. Stella tries every day, and on the first of next month it certainly goes on.',
  },

  credited_not_booked_yet: {
    what: 'The invoice that this credit note takes back is not in e-Boekhouden.nl yet.',
    why: 'The booking of that invoice is still on its way. The credit note alone would make your books wrong.',
    next: 'You need do nothing. Once that invoice is booked, the credit note follows by itself.',
  },

  codes_refused: {
    what: 'e-Boekhouden.nl no longer accepts the codes of the connection.',
    why: 'The user name or security code 1 is wrong. Security code 1 changes when you change the password of e-Boekhouden.nl.',
    next: 'Enter the codes again under Preferences, Integrations. Then everything goes on by itself.',
  },
  administration_not_found: {
    what: 'e-Boekhouden.nl finds no administration for these codes.',
    why: 'The administration was deleted, or the codes belong to another one.',
    next: 'Look up in e-Boekhouden.nl which codes belong to your administration and enter them again under Preferences, Integrations.',
  },
  security_code_2_refused: {
    what: 'e-Boekhouden.nl does not accept security code 2.',
    why: 'Security code 2 was changed or is wrong.',
    next: 'Enter the codes again under Preferences, Integrations. Then everything goes on by itself.',
  },
  no_permission: {
    what: 'The user of the connection has too few rights in e-Boekhouden.nl.',
    why: 'The rights of the user of the connection were changed in e-Boekhouden.nl, or were never enough for a connection.',
    next: 'Give the user rights in e-Boekhouden.nl, under Beheer, Uw account, Gebruikers. Stella looks every hour whether it works again; “Test the connection” tells you at once.',
  },
  codes_not_verified: {
    what: 'e-Boekhouden.nl could not verify the codes of the connection.',
    why: 'e-Boekhouden.nl could not verify one of the three codes, and does not say which.',
    next: 'Check the codes in e-Boekhouden.nl and enter them again under Preferences, Integrations.',
  },
  call_limit_reached: {
    what: 'The connection has reached the maximum of queries for this month.',
    why: 'e-Boekhouden.nl allows 5,000 queries a month for an administration, for all connections together.',
    next: 'You need do nothing. On the first of next month everything goes on by itself.',
  },
  codes_unreadable: {
    what: 'Stella can no longer read the stored codes of the connection.',
    why: 'The key that the codes were sealed with was changed or is gone.',
    next: 'Enter the codes again under Preferences, Integrations. Then everything goes on by itself.',
  },
  books_not_compared: {
    what: 'Stella was restored from a backup and has not compared your books with it yet.',
    why: 'What was booked after the backup stands in e-Boekhouden.nl and no longer in Stella. Until that is compared, Stella books nothing and gives no invoice numbers.',
    next: 'Contact the support of Stella if this takes longer than an hour. You need not enter anything again yourself.',
  },

  account_unknown: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'The debtors account or the revenue account (1300 and 8000, if you chose no others) does not exist in your administration, or is of another kind; e-Boekhouden.nl does not say which of the two.',
    next: 'You or your bookkeeper must look at the ledger accounts in e-Boekhouden.nl: 1300 must be a debtors account and 8000 an account for profit and loss. If you chose other accounts, look at those, under Preferences, Accounts. Stella looks every hour whether it works again; with “Test the connection” everything goes on at once.',
  },
  revenue_account_refused: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'The revenue account (8000, if you chose no other) does not exist in your administration, or is not an account for profit and loss.',
    next: 'You or your bookkeeper must put that account right in e-Boekhouden.nl, or choose another under Preferences, Accounts. Stella looks every hour whether it works again; with “Test the connection” everything goes on at once.',
  },
  debtors_account_refused: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'The debtors account (1300, if you chose no other) does not exist in your administration, or is not a debtors account.',
    next: 'You or your bookkeeper must put that account right in e-Boekhouden.nl, or choose another under Preferences, Accounts. Stella looks every hour whether it works again; with “Test the connection” everything goes on at once.',
  },
  account_unfit: {
    what: 'The invoice cannot be booked like this.',
    why: 'An account that it belongs on does not exist (any more) in your administration at e-Boekhouden.nl, or is of another kind.',
    next: 'You or your bookkeeper must choose another account under Preferences, Accounts, or put the account right in e-Boekhouden.nl and have the list read anew there. Stella then offers the invoice again by itself.',
  },
  period_closed: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'The period of the invoice date is closed.',
    next: 'Ask your bookkeeper to open the period for a moment. Stella tries every day by itself; when you offer the invoice again, everything that waits for this goes along at once.',
  },
  date_refused: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'Nothing can be booked on this invoice date in your administration.',
    next: 'Look in e-Boekhouden.nl from which date on one can book. A final invoice no longer changes; if need be, make a new one with another date.',
  },
  vat_code_refused: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'One of the VAT rates of this invoice cannot be used in your administration.',
    next: 'Ask your bookkeeper to check the VAT settings in e-Boekhouden.nl. Stella tries every day by itself; when you offer the invoice again, everything that waits for this goes along at once.',
  },
  vat_amount_refused: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'e-Boekhouden.nl reckons the VAT of this invoice in another way than Stella.',
    next: 'Contact the support of Stella. You need not change anything about the invoice.',
  },
  amounts_refused: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'According to e-Boekhouden.nl the amounts of the booking do not add up.',
    next: 'Contact the support of Stella. You need not change anything about the invoice.',
  },
  relation_missing: {
    what: 'The relation of this invoice is no longer in e-Boekhouden.nl.',
    why: 'The relation was in e-Boekhouden.nl, and was deleted there.',
    next: 'Offer the relation again at the customer. Stella then adds it again, and all its invoices follow by themselves.',
  },
  refused_against_its_books: {
    what: 'e-Boekhouden.nl did not accept the booking.',
    why: 'e-Boekhouden.nl says that an account or the relation does not exist or does not fit, but shows it all the same.',
    next: 'Contact the support of Stella. You need not change anything about the invoice.',
  },
  request_refused: {
    what: 'e-Boekhouden.nl could not read the booking.',
    why: 'Something about the booking should have been written in another way by Stella.',
    next: 'Contact the support of Stella. You need not change anything about the invoice.',
  },
  refused_without_known_reason: {
    what: 'e-Boekhouden.nl did not accept this.',
    why: 'e-Boekhouden.nl gave a reason that Stella does not know yet.',
    next: 'Contact the support of Stella; they can see what e-Boekhouden.nl answered exactly.',
  },

  number_in_use: {
    what: 'This invoice number is in e-Boekhouden.nl already, with another booking.',
    why: 'Something else was booked under the same number, by hand for instance. Stella changed nothing there and added nothing.',
    next: 'Look in e-Boekhouden.nl what is booked under this number. Remove it there or give it another number, and offer the invoice again.',
  },
  number_taken_not_found: {
    what: 'e-Boekhouden.nl says that this invoice number exists, but does not show the booking.',
    why: 'According to e-Boekhouden.nl the invoice number is in use, and the booking is not to be seen. As long as that is so, Stella books nothing: so nothing can be booked twice.',
    next: 'Contact the support of Stella.',
  },
  found_twice: {
    what: 'This invoice is in e-Boekhouden.nl twice.',
    why: 'There are two bookings under the same invoice number.',
    next: 'Ask your bookkeeper to delete one of the two in e-Boekhouden.nl, and then offer the invoice again. Stella will recognise the other one.',
  },
  changed_in_books: {
    what: 'The booking in e-Boekhouden.nl is no longer equal to the invoice.',
    why: 'The booking was changed in e-Boekhouden.nl after Stella had made it.',
    next: 'You or your bookkeeper must compare the booking in e-Boekhouden.nl with the invoice and put it right. Then offer the invoice again; Stella compares once more.',
  },
  missing_in_books: {
    what: 'The booking is no longer in e-Boekhouden.nl.',
    why: 'It had been booked, and was deleted in e-Boekhouden.nl afterwards.',
    next: 'If that was done on purpose, you need do nothing. If not: ask your bookkeeper to put it back, under the same invoice number, and then offer the invoice again. Stella recognises it; it does not book it a second time by itself.',
  },

  // Books that are no longer linked
  absent_in_former_books: {
    what: 'The invoice is not in the books it was sent to.',
    why: 'It was sent to the administration that was linked then, and certainly is not there.',
    next: 'Does it belong in the administration that is linked now? Then offer it again, and Stella books it there.',
  },
  former_books_closed: {
    what: 'It cannot be found out whether this invoice was booked.',
    why: 'It was sent to the administration that was linked then, no answer came, and Stella can no longer look there.',
    next: 'Look in that administration yourself. Or enter its codes again and offer the invoice again: Stella then looks it up. Stella books it nowhere else.',
  },

  credited_not_booked: {
    what: 'The invoice that this credit note takes back is not in e-Boekhouden.nl.',
    why: 'The booking of that invoice failed. The credit note alone would make your books wrong.',
    next: 'Solve why that invoice failed. Once it is booked, the credit note follows by itself.',
  },
  credited_elsewhere: {
    what: 'The invoice that this credit note takes back is in another administration.',
    why: 'It was booked in the administration that was linked then. In the one of now the credit note would stand alone.',
    next: 'Ask your bookkeeper to book the credit note in that administration. Or enter its codes again: Stella then books the credit note there.',
  },

  relation_not_accepted: {
    what: 'The invoice waits for its relation.',
    why: 'e-Boekhouden.nl did not accept the relation of this customer.',
    next: 'Look at the customer to see what is the matter. As soon as the relation is accepted, the invoice follows by itself.',
  },
  field_too_long: {
    what: 'This does not fit in e-Boekhouden.nl.',
    why: 'One of the details of the customer is longer than e-Boekhouden.nl allows.',
    next: 'Shorten the details of the customer. Stella then offers it again by itself.',
  },
  vat_treatment_unknown: {
    what: 'The invoice cannot be booked like this.',
    why: 'For one of the VAT rates of this invoice no VAT code of e-Boekhouden.nl is known yet.',
    next: 'Contact the support of Stella.',
  },
  plan_disagrees: {
    what: 'The invoice cannot be booked like this.',
    why: 'The booking that Stella made does not equal the invoice to the cent. That is why nothing was sent.',
    next: 'Contact the support of Stella. You need not change anything about the invoice.',
  },
  invoice_without_amount: {
    what: 'There is nothing to book.',
    why: 'The lines of this invoice add up to zero.',
    next: 'You need do nothing, unless there should have been an amount: then make a new invoice.',
  },

  tried_too_long: {
    what: 'It did not succeed for three days.',
    why: 'For three days e-Boekhouden.nl could not be reached or had malfunctions.',
    next: 'Offer it again once e-Boekhouden.nl works, or ask the support of Stella.',
  },
  unresolved_too_long: {
    what: 'It cannot be found out whether this was booked.',
    why: 'For three days e-Boekhouden.nl gave no answer to the question whether this is there. As long as that is so Stella books nothing: so nothing can be booked twice.',
    next: 'Contact the support of Stella, or offer it again: Stella then first looks whether it is there.',
  },
} satisfies typeof dutchCauses

export const nextAtConnection = {
  codes_refused: 'Enter the codes again. Then everything goes on by itself.',
  administration_not_found:
    'Look up in e-Boekhouden.nl which codes belong to your administration and enter them here again.',
  security_code_2_refused: 'Enter the codes again. Then everything goes on by itself.',
  codes_not_verified: 'Check the codes in e-Boekhouden.nl and enter them here again.',
  codes_unreadable: 'Enter the codes again. Then everything goes on by itself.',
} satisfies typeof dutchNextAtConnection
