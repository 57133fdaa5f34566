/**
 * How far a mail is for one recipient. `waiting`: no server has it; `sending`: a process is at it, and the server can
 * not have it yet; `handed_over`: the last byte may have left, and the server's answer is not known yet; `sent`: the
 * server took it; `kept`: there is no server, and it lies in Stella; `refused`: the server does not take it;
 * `unknown`: the connection broke between the last byte and the answer; `returned`: it came back, as somebody said.
 */
export const recipientStates = [
  'waiting',
  'sending',
  'handed_over',
  'sent',
  'kept',
  'refused',
  'unknown',
  'returned',
] as const
export type RecipientState = (typeof recipientStates)[number]

/** `to` is a customer, named in the mail; `copy` gets the same unseen. */
export const recipientKinds = ['to', 'copy'] as const
export type RecipientKind = (typeof recipientKinds)[number]

/** In these a person has to look, until somebody did or sent another. */
export const failedRecipientStates = ['refused', 'unknown', 'returned'] as const satisfies RecipientState[]

/** In these nothing is decided yet, and nobody has to do anything. */
export const openRecipientStates = ['waiting', 'sending', 'handed_over'] as const satisfies RecipientState[]

type Step = { readonly from: readonly RecipientState[]; readonly to: RecipientState }

/**
 * What can happen, from which states. What was handed over is never sent again by itself: a server that took it and
 * one that did not look the same from here. A late answer is still believed.
 */
export const recipientSteps = {
  claim: { from: ['waiting', 'sending'], to: 'sending' },
  hand_over: { from: ['sending'], to: 'handed_over' },
  put_off: { from: ['sending', 'handed_over'], to: 'waiting' },
  take: { from: ['handed_over', 'unknown'], to: 'sent' },
  keep: { from: ['sending'], to: 'kept' },
  refuse: { from: ['sending', 'handed_over', 'unknown'], to: 'refused' },
  lose: { from: ['handed_over'], to: 'unknown' },
  return: { from: ['sent', 'unknown'], to: 'returned' },
  again: { from: ['refused', 'unknown', 'returned', 'kept'], to: 'waiting' },
} as const satisfies Record<string, Step>
export type RecipientEvent = keyof typeof recipientSteps

/** How the mails of one invoice stand, for a list of invoices. */
export const mailStates = ['not_sent', 'waiting', 'sent', 'kept', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** Why a mail is where it is: the closed table of what a mail server, or nobody, says. */
export const messageCauses = {
  address_unknown: 'The server of the recipient knows no such address, or takes nothing for it.',
  mailbox_full: 'The mailbox is full.',
  too_large: 'The mail is larger than the server takes.',
  not_trusted: 'The server does not trust the sender or takes the mail for spam.',
  not_accepted: 'The server refuses it for another reason.',
  server_busy: 'The server says to come back later.',
  server_unreachable: 'The server cannot be reached.',
  sign_in_refused: 'The server refuses the user name or the password that it is given.',
  not_in_time: 'Tried for three days without success.',
  no_answer: 'The connection broke after the whole mail had left and before the answer.',
  no_document: 'The document to attach could not be made now.',
  organization_closed: 'The organization was closed before a server had it.',
  restored: 'Stella was restored from a backup of before it was sent, so it may have been sent.',
  returned: 'Somebody saw it come back.',
} as const
export type MessageCause = keyof typeof messageCauses
