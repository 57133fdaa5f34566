import type { ToldEntry } from '@stella/database'

type Told = 'always' | 'ofOwners' | 'never'

/**
 * Which entries of the audit the owners are told of by mail: codes, the bank account, keys, and who may change these.
 * What happens to others than owners, numbering and lists stand at «Wijzigingen» alone: a mail a day nobody reads. Of a
 * case whoever opened it is told.
 */
const told: Readonly<Record<ToldEntry['action'], Told>> = {
  connection_activated: 'always',
  connection_ended: 'always',
  bank_account_changed: 'always',
  // Invoices, with the account they ask to pay to, go through it.
  mail_server_changed: 'always',
  mail_server_ended: 'always',
  key_made: 'always',
  key_withdrawn: 'always',
  second_factor_asked: 'always',
  organization_closed: 'always',
  organization_opened: 'always',
  member_invited: 'ofOwners',
  invitation_changed: 'ofOwners',
  member_joined: 'ofOwners',
  role_changed: 'ofOwners',
  member_removed: 'ofOwners',
  member_left: 'ofOwners',
  email_changed: 'ofOwners',
  invitation_withdrawn: 'never',
  series_made: 'never',
  series_changed: 'never',
  series_removed: 'never',
  series_moved: 'never',
  mapping_changed: 'never',
  list_exported: 'never',
  customer_forgotten: 'never',
  help_asked: 'never',
  consent_given: 'never',
  consent_ended: 'never',
  proposal_accepted: 'never',
  proposal_declined: 'never',
  case_closed: 'never',
  support_looked_at: 'never',
  support_offered_again: 'never',
  support_answered: 'never',
  support_proposed: 'never',
  support_closed: 'never',
}

/** Whether the owners are told of it by mail. */
export function isTold({ action, after, before }: ToldEntry): boolean {
  if (told[action] !== 'ofOwners') return told[action] === 'always'
  return isOwner(before) || isOwner(after)
}

/** The address of who was an owner until this entry, and is told of it too; null where it ended nobody. */
export function formerOwner({ after, before, subject }: ToldEntry): string | null {
  return isOwner(before) && !isOwner(after) ? subject : null
}

function isOwner(values: ToldEntry['before']): boolean {
  return values?.role === 'owner'
}
