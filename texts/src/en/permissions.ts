/**
 * What a role may do, by the names of invoicing/src/members/permissions.ts: as the list of rights says it, and as it is
 * said to whoever may not.
 */
export const permissions = {
  read: {
    label: 'See invoices, customers and products',
    refusal: 'You have no access to this administration. Ask an owner.',
  },
  invoices: {
    label: 'Make, mail and credit invoices',
    refusal: 'Making, mailing and crediting invoices is for owners and employees.',
  },
  registers: {
    label: 'Change customers and products',
    refusal: 'Changing customers and products is for owners, employees and bookkeepers.',
  },
  bookings: {
    label: 'Choose accounts, mend failed bookings and test the link',
    refusal: 'Choosing accounts, mending failed bookings and testing the link is for owners and bookkeepers.',
  },
  help: {
    label: 'Ask the support for help',
    refusal: 'An owner, a member or a bookkeeper may ask the support for help.',
  },
  exports: {
    label: 'Export lists',
    refusal: 'Exporting lists is for owners and bookkeepers.',
  },
  settings: {
    label: 'Set company details, numbering and mail',
    refusal: 'Setting company details, numbering and mail is for owners alone.',
  },
  connection: {
    label: 'Link the books and fill in codes',
    refusal: 'Linking the books and filling in codes is for owners alone.',
  },
  members: {
    label: 'Invite users and give roles',
    refusal: 'Inviting users and giving roles is for owners alone.',
  },
  keys: {
    label: 'Make keys for other programs',
    refusal: 'Making keys for other programs is for owners alone.',
  },
  audit: {
    label: 'See who changed what',
    refusal: 'Seeing who changed what is for owners alone.',
  },
}
