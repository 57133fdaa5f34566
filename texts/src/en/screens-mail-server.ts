import type * as dutch from '../nl/screens-mail-server.ts'

/** «Voorkeuren» › «Mail»: sending through an own mail server. */
export const mailServer: typeof dutch.mailServer = {
  title: 'Own mail server',
  lead: 'Without an own mail server mails go through Stella, with your name and your address for answers. With one they really come from your address.',
  current: (sender, host) => `Mails go as ${sender}, through ${host}.`,
  tested: (moment) => `Last tested on ${moment}.`,
  set: 'Set an own mail server',
  change: 'Change',
  end: 'Send through Stella again',
  ended: 'Mails go through Stella again. The password was thrown away.',
  notEnded: 'The own mail server was not ended',
  host: 'Server',
  hostHelp: 'The outgoing server (SMTP) of your provider, such as smtp.yourprovider.nl.',
  port: 'Port',
  security: 'Security',
  securities: {
    tls: 'TLS (mostly port 465)',
    starttls: 'STARTTLS (mostly port 587)',
    none: 'None: anyone on the way can read along',
  },
  sender: 'Address of the sender',
  senderHelp: 'The address from which your customers get mail.',
  username: 'User name',
  usernameHelp: 'Often your e-mail address. Empty where the server asks for none.',
  password: 'Password',
  passwordHelp: 'It is kept sealed, and nobody gets to see it after this.',
  showPassword: 'Show the password',
  save: 'Test and save',
  saved:
    'The server took a trial mail; it comes to the address of the sender. Mails go this way from now on.',
  trialSubject: 'Stella sends your invoices through this mail server',
  trialText: 'This is the trial mail of Stella. There is nothing to do: the mail server works.',
  notSaved: 'The mail server was not saved',
}

export const senderDomain: typeof dutch.senderDomain = {
  title: (domain) => `Is mail from ${domain} trusted?`,
  lead: 'The mail servers of your customers look at this. You or your provider set it where your domain name is kept (DNS).',
  looking: 'Stella looks at how your domain stands.',
  unavailable: 'Stella cannot see now how your domain stands.',
  spfName: 'SPF',
  spf: {
    present:
      'It says which servers may mail for you. Your provider knows whether your mail server is among them.',
    missing: 'Missing. Without SPF mail is taken for spam sooner; ask your provider for the line.',
    several: 'There are two or more, and then none of them counts. Make them one.',
    unknown: 'Could not be asked now.',
  },
  dkimName: 'DKIM',
  dkim: {
    present: 'There is a key under which your mails can be signed.',
    not_found: 'Not found in the usual places. Turn DKIM on at your provider, or ask whether it is there.',
    unknown: 'Could not be asked now.',
  },
  dmarcName: 'DMARC',
  dmarc: {
    reject: 'Mail that is not yours is refused. That is how it should be.',
    quarantine: 'Mail that is not yours goes to spam.',
    none: 'It says "none": it is only looked at, and nothing is refused.',
    missing: 'Missing. Gmail, Outlook and others ask for it more and more.',
    unknown: 'Could not be asked now.',
  },
}
