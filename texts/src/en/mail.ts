/** What Stella writes to people by mail. What stands between quotation marks is a label on a screen. */
export const mail = {
  invitation: {
    subject: (organization: string) => `Invitation: work together in the administration of ${organization}`,
    title: (organization: string) => `Work together at ${organization}`,
    until: (moment: string) => `Can be used until ${moment}`,
    greeting: 'Hello,',
    text: (inviter: string, organization: string, role: string) =>
      `${inviter} invites you to work in the administration of ${organization} in Stella, as ${role}.`,
    how: 'Follow the button. If you have no account yet, you choose a password right away. The link works for seven days, once.',
    button: 'See the invitation',
    notes: ['Did you not expect this? Then there is nothing to do. Pass the link on to nobody.'],
  },
  newDevice: {
    subject: 'You signed in to Stella on a new device',
    title: 'Signed in on a new device',
    since: (moment: string) => `Signed in on ${moment}`,
    device: (browser: string | null, system: string | null) =>
      [browser ?? 'an unknown browser', system].filter(Boolean).join(' on '),
    text: (device: string) =>
      `Somebody signed in to Stella with your password, using ${device}. If it was you, there is nothing to do.`,
    notYou:
      'Was it not you? Then sign that device out at once with the button below, and choose a new password.',
    button: 'See where you are signed in',
    notes: ['You get this message because it is about your own account.'],
  },
  secondFactor: {
    since: (moment: string) => `Changed on ${moment}`,
    notYou: 'Was it not you? Choose a new password at once, and sign out everywhere at “My account”.',
    button: 'To My account',
    notes: ['You get this mail because it is about your own account.'],
    on: {
      subject: 'Signing in to Stella now asks a second step',
      title: 'The second step is on',
      text: 'Whoever signs in to Stella with your account now needs a code of your app as well. You are signed out on other devices. If it was you, keep your recovery codes where you find them without your phone.',
    },
    off: {
      subject: 'Signing in to Stella no longer asks a second step',
      title: 'The second step is off',
      text: 'Your password alone signs in to Stella again. If it was you, there is nothing to do.',
    },
    recoveryCodes: {
      subject: 'There are new recovery codes for your account at Stella',
      title: 'Your recovery codes were replaced',
      text: 'New recovery codes were made. The old ones no longer work. If it was you, there is nothing to do.',
    },
  },
  accountDeleted: {
    subject: 'Your account at Stella was deleted',
    title: 'Your account was deleted',
    since: (moment: string) => `Deleted on ${moment}`,
    paragraphs: [
      'Your account at Stella was deleted. You can no longer sign in, and your keys no longer work. If it was you, there is nothing to do.',
      'Was it not you? Tell the other owners of your administration at once, and whoever runs this Stella.',
    ],
    button: 'To Stella',
    notes: ['You get this mail because it is about your own account. It is the last one.'],
  },
  emailConfirmation: {
    subject: 'Confirm your e-mail address for Stella',
    title: 'Confirm your e-mail address',
    since: (moment: string) => `Asked for on ${moment}`,
    paragraphs: [
      'You made an account at Stella with this e-mail address. Click the button to confirm it; then you can mail invoices. The link works for a day.',
    ],
    button: 'Confirm e-mail address',
    notes: ['Did you not make an account? There is nothing to do.'],
  },
  emailChange: {
    subject: 'Confirm your new e-mail address for Stella',
    title: 'Confirm your new e-mail address',
    since: (moment: string) => `Asked for on ${moment}`,
    paragraphs: [
      'You want to sign in to Stella with this address from now on. Click the button to confirm it. Nothing changes until then. The link works once, and for no longer than an hour.',
    ],
    button: 'Confirm new address',
    notes: ['Did you not ask for this? There is nothing to do.'],
  },
  emailChanged: {
    subject: 'Your e-mail address for Stella was changed',
    title: 'Your e-mail address was changed',
    since: (moment: string) => `Changed on ${moment}`,
    text: (address: string) =>
      `You sign in to Stella with ${address} from now on. This address no longer works. If it was you, there is nothing to do.`,
    notYou: 'Was it not you? Ask whoever runs this Stella for help at once.',
    button: 'To Stella',
    notes: ['You get this mail because it is about your own account.'],
  },
  passwordReset: {
    subject: 'Choose a new password for Stella',
    title: 'Choose a new password',
    since: (moment: string) => `Asked for on ${moment}`,
    paragraphs: [
      'Somebody asked for a new password for your account at Stella. If that was you, follow the button. The link works once, and for no longer than an hour.',
    ],
    button: 'Choose a new password',
    notes: [
      'Was it not you? Then there is nothing to do: your password stays as it is. Give the link to nobody, not even to us.',
    ],
  },
  passwordChanged: {
    subject: 'Your password for Stella was changed',
    title: 'Your password was changed',
    since: (moment: string) => `Changed on ${moment}`,
    paragraphs: [
      'The password of your account at Stella was changed. You were signed out on other devices. If you did it yourself, there is nothing to do.',
      'Was it not you? Then choose a new password at once with the button below, and find out who can read your mail.',
    ],
    button: 'It was not me',
    notes: ['You get this message because it is about your own account.'],
  },
  audit: {
    subject: (organization: string, what: string) => `${organization}: ${what.toLowerCase()}`,
    subjectOfMany: (organization: string, count: number) => `${organization}: ${count} important changes`,
    title: 'Something important was changed',
    since: (organization: string, when: string) => `${organization}, ${when}`,
    intro: 'Stella writes to all owners when codes, the bank account, keys or owners change.',
    itemsTitle: 'What was changed',
    item: ({
      what,
      subject,
      who,
      when,
      facts,
    }: {
      what: string
      subject: string | null
      who: string
      when: string
      facts: string
    }) =>
      `${what}${subject === null ? '' : ` (${subject})`}, by ${who}, ${when}.${facts === '' ? '' : ` ${facts}.`}`,
    more: (count: number) => (count === 1 ? 'And 1 more change.' : `And ${count} more changes.`),
    notYou:
      'Is this not right? End the access of whoever did it at “Users” at once, choose a new password, and put back what was changed.',
    button: 'To Changes',
    why: (organization: string) =>
      `You get this because you run ${organization} in Stella, or did until this change. It cannot be turned off.`,
  },
  case: {
    titles: {
      answered: (number: number) => `support answered case ${number}`,
      proposed: (number: number) => `support proposes something in case ${number}`,
      closed: (number: number) => `case ${number} is closed`,
    },
    previews: {
      answered: 'You asked support of Stella for help. This is the answer.',
      proposed:
        'You asked support of Stella for help. Support proposes a change; nothing changes before you agree.',
      closed: 'Support closed your question, and can look no longer.',
    },
    button: 'To your question',
    looked: (names: string) => `Who looked: ${names}. The page of your question says when.`,
    why: (organization: string) =>
      `You get this message because you asked for help in Stella for ${organization}.`,
  },
  digest: {
    subjectInvoices: (organization: string, count: number) =>
      count === 1
        ? `${organization}: 1 invoice is not in your books`
        : `${organization}: ${count} invoices are not in your books`,
    subject: (organization: string) => `${organization}: something waits for you in Stella`,
    title: 'This waits for you',
    since: (organization: string, day: string) => `${organization}, ${day}`,
    intro: 'Stella cannot go on here without you. Everything else goes on.',
    itemsTitle: 'What it is',
    invoices: (count: number, number: string, why: string) =>
      count === 1 ? `Invoice ${number}: ${why}` : `${number} and ${count - 1} more: ${why}`,
    relations: (count: number, why: string) =>
      count === 1 ? `1 customer: ${why}` : `${count} customers: ${why}`,
    late: (count: number, number: string) =>
      count === 1
        ? `Invoice ${number} has waited for more than a day. Open it to see what for.`
        : `${number} and ${count - 1} more have waited for more than a day. Open one to see what for.`,
    messages: (count: number) =>
      count === 1
        ? 'The mail of 1 invoice did not arrive.'
        : `The mails of ${count} invoices did not arrive.`,
    more: (count: number) => (count === 1 ? 'And 1 more cause.' : `And ${count} more causes.`),
    button: 'Go to the overview',
    why: (organization: string) =>
      `You get this because you run ${organization} in Stella: in the morning after something was added, and then once a week as long as it waits. You can turn it off in Stella at “My account”.`,
  },
  pause: {
    greeting: (name: string) => `Dear ${name},`,
    /** `when` is a day and an hour in words. */
    since: (organization: string, when: string) => `${organization}, since ${when}`,
    calm: 'Nothing is lost. Invoices that you make final meanwhile wait in Stella. As soon as the connection works again, they go to your books by themselves, each exactly once.',
    stepsTitle: 'What you can do',
    address: 'The button does not work? Then copy this address to your browser:',
    why: (organization: string) =>
      `You receive this message because you manage ${organization} in Stella. Stella writes to you about the same cause at most once a day.`,
    neverAsked: 'Enter your codes in Stella itself only. Never send them by e-mail, not to us either.',

    /** By what mends it, as `mend` in bookkeeping/src/causes/causes.ts. */
    codes: {
      subject: (organization: string) =>
        `${organization}: the connection with e-Boekhouden.nl needs new codes`,
      title: 'The connection needs new codes',
      steps: [
        'Sign in to e-Boekhouden.nl and go to Beheer › Inrichting › Instellingen › Koppelingen › API/SOAP. Click “Verder”. That screen shows three details.',
        'Open the screen “Activate link” in Stella. The address is below.',
        'Copy the three details to Stella one by one and click “Activate link”. After that, everything goes on by itself.',
      ],
      button: 'Enter new codes',
    },
    connection: {
      subject: (organization: string) => `${organization}: the connection with e-Boekhouden.nl needs rights`,
      title: 'The connection needs rights',
      steps: [
        'Sign in to e-Boekhouden.nl as its administrator and go to Beheer › Uw account › Gebruikers.',
        'Give the user of the connection the rights that are missing.',
        'Click “Test the connection” in Stella; the address is below. If you do not, Stella looks every hour whether it works again.',
      ],
      button: 'Go to the connection',
    },
    accounts: {
      subject: (organization: string) => `${organization}: an account in e-Boekhouden.nl is not right`,
      title: 'A ledger account is not right',
      steps: [
        'Open the ledger accounts in e-Boekhouden.nl, or ask your bookkeeper to.',
        'See to it that 1300 is a debtors account, and 8000 an account for profit and loss.',
        'Click “Test the connection” in Stella; the address is below. If you do not, Stella looks every hour whether it works again.',
      ],
      button: 'Go to the connection',
    },
    nothing: {
      subject: (organization: string) =>
        `${organization}: the connection with e-Boekhouden.nl waits until next month`,
      title: 'The connection waits until next month',
      /** `day` in words. */
      waits: (day: string) => `You need do nothing. On ${day} everything goes on by itself.`,
      button: 'Go to the connection',
    },
  },
}
