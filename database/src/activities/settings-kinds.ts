/** What the log says of settings that invoices, bookings or mails follow; part of activityKinds. */
export const settingsKinds = {
  series_made: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody made a series of invoice numbers.',
  },
  series_changed: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody changed a series of invoice numbers.',
  },
  series_removed: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody removed a series of invoice numbers.',
  },
  series_moved: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody said with which number a series of invoice numbers goes on.',
  },
  bank_account_changed: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody changed the bank account on invoices.',
  },
  vat_scheme_changed: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody changed whether the organization takes part in the small-business scheme (KOR).',
  },
  mail_server_changed: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'From now on mails go through a mail server of the organization.',
  },
  mail_server_ended: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'From now on mails go through the mail server of Stella.',
  },
  mail_settings_changed: {
    subject: 'organization',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody changed the sender or the texts of mails.',
  },
} as const
