/** What Stella writes to people by mail. What stands between quotation marks is a label on a screen. */
export const mail = {
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
        'Click “Test the connection” in Stella; the address is below. If you do not, Stella looks every day whether it works again.',
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
