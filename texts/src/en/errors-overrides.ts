export const overrideErrors = {
  backfill_running: {
    title: 'Invoices are on their way to your books',
    detail: 'Wait until that is done, or end it first.',
  },
  backfill_changed: {
    title: 'Look again',
    detail:
      'What Stella would do has changed since you looked, or somebody else confirmed it already. Nothing was done.',
  },
  backfill_empty: {
    title: 'Nothing chosen',
    detail: 'Choose first which invoices go to your books.',
  },
  backfill_undecided: {
    title: 'Choose first',
    detail: 'Of a customer it was not chosen whether it is a relation that is there already.',
  },
  not_adoptable: {
    title: 'Look the mutation up again',
    detail: 'Stella cannot use this mutation for this invoice. Look it up again and see what is there.',
  },
  not_overridable: {
    title: 'Not possible now',
    detail: 'See again how this invoice stands.',
  },
  override_built_on: {
    title: 'This stays as it is',
    detail: 'A credit note builds on it, or other books were linked since.',
  },
}
