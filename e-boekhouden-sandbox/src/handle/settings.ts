/** Where the real service's behaviour is not known or not the same everywhere, the sandbox can play both. */
export interface Settings {
  /** 'accepted': a second mutation with the same invoice number is booked too. */
  duplicateInvoiceNumbers: 'refused' | 'accepted'
  /** 'cent': VAT may differ one cent from amount × percentage; 'strict': it may not, and the percentage must be
   * the one of the VAT code. */
  vatCheck: 'cent' | 'strict'
  /** 'dotless' writes E0023 where the manual writes E002.3, as clients have met it on the wire. */
  errorCodes: 'dotless' | 'dotted'
  /** What a call that succeeds says in `ErrorMsg`. 'empty': nothing, `<ErrorMsg />`, which every client seen so far
   * takes; 'fields': both its elements, empty. A few clients throw at the one or at the other. */
  successMessage: 'empty' | 'fields'
  /** 'strict': an empty number, boolean or date is a fault, as in .NET; 'lenient': it counts as absent. */
  emptyValues: 'lenient' | 'strict'
  /** Whom GetAdministraties names to a user who is no accountant. 'opened': the one that is open; 'user': all that have
   * the user name; 'accountants': none, it refuses with E002.5. */
  administrationList: 'opened' | 'user' | 'accountants'
  /** 'own': an accountant's own codes open books of the office too; 'none': they open no books, and what needs some is
   * refused with E001.2. */
  officeBooks: 'own' | 'none'
  /** A session ends so long after its last use. */
  sessionMinutes: number
  /** GetMutaties a month and administration, before E003.1. */
  mutationCallsPerMonth: number
  /** The most mutations one GetMutaties gives: the last ones. */
  mutationsPerAnswer: number
}

export const defaultSettings: Settings = {
  duplicateInvoiceNumbers: 'refused',
  vatCheck: 'cent',
  errorCodes: 'dotless',
  successMessage: 'empty',
  emptyValues: 'lenient',
  administrationList: 'opened',
  officeBooks: 'own',
  sessionMinutes: 30,
  mutationCallsPerMonth: 5000,
  mutationsPerAnswer: 500,
}
