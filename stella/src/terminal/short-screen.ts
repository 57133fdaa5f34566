import type { Texts } from '@stella/texts'

export interface Login {
  email: string
  /** Undefined when it is not known here any more. */
  password: string | undefined
}

export interface ShortScreen {
  address: string
  /** Seconds from the start of this process. */
  seconds: number
  dataFolder: string
  /** The mail server's host, or the folder where letters stay. */
  mail: { host: string } | { folder: string }
  demo?: { owner: Login; support: Login }
  sandbox?: string
  /** Address of the real service, when there is no sandbox. */
  service?: string
  /** Whether this process may do everything on this machine, which it has no need for. */
  asRoot: boolean
}

/** What a person needs to know once Stella runs, and nothing else. */
export function shortScreen(screen: ShortScreen, texts: Texts): string {
  const words = texts.program.screen
  const login = ({ email, password }: Login) => `${email}  ${password ?? `(${words.passwordUnknown})`}`
  const rows: [string, string][] = [[words.address, screen.address]]
  if (screen.demo) {
    rows.push([words.login, login(screen.demo.owner)], [words.supportLogin, login(screen.demo.support)])
  }
  if (screen.sandbox) rows.push([words.sandbox, `${screen.sandbox}  (${words.sandboxNote})`])
  if (screen.service) rows.push([words.books, screen.service])
  rows.push([words.data, screen.dataFolder])
  const { mail } = screen
  rows.push([words.mail, 'host' in mail ? words.mailSent(mail.host) : words.mailKept(mail.folder)])
  const widest = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.map(([label, value]) => `  ${label.padEnd(widest)}  ${value}`)
  return [
    '',
    `  ${words.ready(screen.seconds.toFixed(1))}`,
    '',
    ...lines,
    '',
    ...(screen.asRoot ? [`  ${words.asRoot}`, ''] : []),
    `  ${words.stopHint}`,
    '',
  ].join('\n')
}
