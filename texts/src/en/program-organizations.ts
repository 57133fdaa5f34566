import type { organizationCommands as dutch } from '../nl/program-organizations.ts'

export const organizationCommands: typeof dutch = {
  organization: 'Organisations: close, open again, show.',
  organizationList: 'Show all organisations, and whether they are closed.',
  organizationClose: 'Close an organisation: nobody works in it any more, and nothing leaves it.',
  organizationClosed: (name) =>
    `${name} is closed. For thirty days an owner can open it again, and you with «organization open».`,
  organizationWasClosed: (name) => `${name} was closed already.`,
  organizationOpen: 'Open a closed organisation again, also after the thirty days.',
  organizationOpened: (name) =>
    `${name} is open again. Codes, keys and mail server are entered anew; who is no longer in it gets a role again with «account role».`,
  organizationWasOpen: (name) => `${name} was not closed.`,
  organizationIsOpen: 'open',
  organizationIsClosed: (day, until) => `closed on ${day}, opened again until ${until} at the latest`,
  organizationIsEnded: (day) => `cleared on ${day}; what the law wants kept is still there`,
}
