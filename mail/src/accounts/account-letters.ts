import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '@stella/bookkeeping'
import type { Role } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import { invitationLetter } from '../letters/invitation-letter.ts'
import { letterLanguage } from '../letters/letter-language.ts'
import {
  accountDeletedLetter,
  emailChangedLetter,
  emailChangeLetter,
  emailConfirmationLetter,
  newDeviceLetter,
  passwordChangedLetter,
  passwordResetLetter,
  type SecondFactorChange,
  secondFactorLetter,
} from '../letters/password-letters.ts'
import type { Letter, Post } from '../post/post.ts'

/** Somebody with an account. */
export type Addressee = { readonly name: string; readonly email: string; readonly language: string | null }

/**
 * Letters about one's own account. They are of use for an hour and hold what lets one in, so they stand in no queue:
 * one that does not leave is tried again for a minute, told in the log, and asked for anew by whoever waits for it.
 */
export interface AccountLetters {
  readonly leave: boolean
  passwordReset(to: Addressee, token: string): void
  passwordChanged(to: Addressee): void
  accountDeleted(to: Addressee): void
  emailConfirmation(to: Addressee, token: string): void
  emailChange(to: Addressee, token: string): void
  emailChanged(to: Addressee, newEmail: string): void
  /** That somebody signed in with a browser that this account was never used with. */
  newDevice(to: Addressee, device: { readonly browser: string | null; readonly system: string | null }): void
  secondFactor(to: Addressee, change: SecondFactorChange): void
  /** To somebody who may have no account yet, and whose name is not known. */
  invitation(email: string, invitation: Invitation): void
  /** Lets what is being sent finish; what waits for another try is dropped. */
  stop(): Promise<void>
}

/** What the letter to somebody who is invited says. */
type Invitation = {
  readonly organizationName: string
  readonly inviterName: string
  readonly role: Role
  readonly expiresAt: Date
  readonly token: string
  /** Of whoever invites. */
  readonly language: string | null
}

type AccountLettersOptions = {
  readonly post: Post
  /** Without a trailing slash. */
  readonly publicUrl: string
  readonly log: Log
  readonly now: () => Date
  /** Milliseconds before each further try; default five seconds and a minute. */
  readonly waits?: readonly number[]
}

export function accountLetters(options: AccountLettersOptions): AccountLetters {
  const { now, post, publicUrl } = options
  const stopped = new AbortController()
  const underWay = new Set<Promise<void>>()
  const send = (to: Addressee, what: string, lettered: (named: Named) => Words) => {
    const language = letterLanguage(to)
    const letter: Letter = {
      ...lettered({ language, name: to.name, at: now() }),
      language,
      to: { name: to.name, address: to.email },
      date: now(),
      key: `${what}.${randomUUID()}`,
    }
    const work: Promise<void> = deliver(options, letter, stopped.signal).finally(() => underWay.delete(work))
    underWay.add(work)
  }
  return {
    leave: post.leaves,
    passwordReset: (to, token) =>
      send(to, 'password-reset', (named) =>
        passwordResetLetter({ ...named, address: `${publicUrl}/nieuw-wachtwoord#${token}` }),
      ),
    passwordChanged: (to) =>
      send(to, 'password-changed', (named) =>
        passwordChangedLetter({ ...named, address: `${publicUrl}/wachtwoord-vergeten` }),
      ),
    accountDeleted: (to) =>
      send(to, 'account-deleted', (named) => accountDeletedLetter({ ...named, address: publicUrl })),
    emailConfirmation: (to, token) =>
      send(to, 'email-confirmation', (named) =>
        emailConfirmationLetter({ ...named, address: `${publicUrl}/adres-bevestigen#${token}` }),
      ),
    emailChange: (to, token) =>
      send(to, 'email-change', (named) =>
        emailChangeLetter({ ...named, address: `${publicUrl}/adres-bevestigen#${token}` }),
      ),
    emailChanged: (to, newEmail) =>
      send(to, 'email-changed', (named) => emailChangedLetter({ ...named, address: publicUrl, newEmail })),
    newDevice: (to, device) =>
      send(to, 'new-device', (named) =>
        newDeviceLetter({ ...named, address: `${publicUrl}/voorkeuren/account`, ...device }),
      ),
    secondFactor: (to, change) =>
      send(to, 'second-factor', (named) =>
        secondFactorLetter({ ...named, address: `${publicUrl}/voorkeuren/account`, change }),
      ),
    invitation: (email, { expiresAt, inviterName, language, organizationName, role, token }) =>
      send({ name: '', email, language }, 'invitation', (named) =>
        invitationLetter({
          ...named,
          address: `${publicUrl}/uitnodiging#${token}`,
          organizationName,
          inviterName,
          role,
          expiresAt,
        }),
      ),
    async stop() {
      stopped.abort()
      await Promise.all(underWay)
    },
  }
}

type Named = { language: Language; name: string; at: Date }
type Words = Pick<Letter, 'subject' | 'text' | 'html'>

/** The log gets the reason and the name of the letter, never whom it was for. */
async function deliver(
  { log, post, waits = [5_000, 60_000] }: AccountLettersOptions,
  letter: Letter,
  signal: AbortSignal,
): Promise<void> {
  for (const milliseconds of [0, ...waits]) {
    const isOver = await wait(milliseconds, false, { signal }).catch(() => true)
    if (isOver) return log.warn('letter dropped at the stop', { letter: letter.key })
    const sent = await post.send(letter)
    if (sent.outcome === 'sent') return log.info('letter sent', { letter: letter.key, where: sent.where })
    log.warn('letter not sent', { letter: letter.key, reason: sent.reason })
    if (sent.outcome === 'refused') return
  }
}
