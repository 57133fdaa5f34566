import { textsIn } from '@stella/texts'
import { expect, test } from 'vitest'
import { type ShortScreen, shortScreen } from './short-screen.ts'

const screen: ShortScreen = {
  address: 'http://localhost:3000',
  seconds: 2.04,
  dataFolder: '/data',
  mail: { folder: '/data/mail' },
  demo: {
    owner: { email: 'demo@stella.example', password: 'aaaa-bbbb-cccc' },
    support: { email: 'support@stella.example', password: undefined },
  },
  sandbox: 'http://127.0.0.1:3900',
  asRoot: false,
}

test('says where to look, how to log in, where the data is, and how to stop', () => {
  expect(shortScreen(screen, textsIn('nl'))).toBe(`
  Stella draait (klaar in 2.0 s).

  Stella            http://localhost:3000
  Inloggen          demo@stella.example  aaaa-bbbb-cccc
  Support           support@stella.example  (wachtwoord gekozen bij de eerste start)
  Oefenboekhouding  http://127.0.0.1:3900  (niet de echte e-Boekhouden.nl; uw codes staan daar onder Beheer)
  Gegevens          /data
  E-mail            blijft in /data/mail  (er is geen mailserver ingesteld)

  Stoppen: Ctrl-C
`)
})

test('says once that it runs as root, where it does', () => {
  const lines = (asRoot: boolean) =>
    shortScreen({ ...screen, asRoot }, textsIn('nl'))
      .split('\n')
      .filter((line) => line.includes('root'))
  expect(lines(false)).toEqual([])
  expect(lines(true)).toEqual([
    '  Stella draait als root. Dat is niet nodig: start haar liever als een gewone gebruiker.',
  ])
})
