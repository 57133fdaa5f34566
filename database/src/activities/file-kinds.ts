/** What the log says of what was brought in and taken out; part of activityKinds. */
export const fileKinds = {
  import_applied: { subject: 'import', outcome: 'info', sign: 'info', meaning: 'A file was brought in.' },
  import_undone: { subject: 'import', outcome: 'info', sign: 'info', meaning: 'It was taken back.' },
  import_stopped: {
    subject: 'import',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'Bringing in a file, or taking it back, broke off too often and stands still.',
  },
  export_made: {
    subject: 'export',
    outcome: 'success',
    sign: 'done',
    meaning: 'An archive of everything of a period was made.',
  },
  export_failed: {
    subject: 'export',
    outcome: 'failure',
    sign: 'failed',
    meaning: 'An archive could not be made.',
  },
  export_fetched: {
    subject: 'export',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody fetched an archive.',
  },
  list_exported: {
    subject: 'export',
    outcome: 'info',
    sign: 'info',
    aside: true,
    meaning: 'Somebody took out a list as a file.',
  },
} as const
