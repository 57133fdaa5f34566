/** What the log says of help that was asked; part of activityKinds. */
export const caseKinds = {
  help_asked: {
    subject: 'case',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody asked the support for help, which may look until `until`.',
  },
  help_answered: { subject: 'case', outcome: 'info', sign: 'info', meaning: 'The support answered.' },
  help_change_proposed: {
    subject: 'case',
    outcome: 'waiting',
    sign: 'waiting',
    meaning: 'The support proposes a change, which somebody of the organization accepts or declines.',
  },
  help_change_accepted: {
    subject: 'case',
    outcome: 'success',
    sign: 'done',
    meaning: 'Somebody accepted the change, and it was made.',
  },
  help_change_declined: {
    subject: 'case',
    outcome: 'info',
    sign: 'info',
    meaning: 'Somebody declined the change.',
  },
  help_closed: {
    subject: 'case',
    outcome: 'info',
    sign: 'info',
    meaning: 'A question to the support was closed.',
  },
} as const
