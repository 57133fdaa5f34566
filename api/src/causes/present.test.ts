import { explain } from '@stella/support-desk'
import { textsIn } from '@stella/texts'
import { expect, test } from 'vitest'
import { presentCause, presentExplanation } from './present.ts'

const concerned = { invoiceId: 'the-invoice', customerId: 'the-customer' }

test('where only the support can help, users are sent to it, and the support is told what to do', () => {
  const { support } = textsIn('nl').screens.mending
  const reason = { cause: 'request_refused', causeCode: 'CMUT003' }
  expect(presentCause(reason, concerned, 'nl')?.detail).toContain(support)
  const explanation = explain('request_refused', 'CMUT003')
  for (const subject of ['invoice', 'relation'] as const) {
    const action = presentExplanation(explanation, { concerned, subject }, 'nl')?.action
    expect(action).toMatch(/^Lees in de uitwisseling hieronder welk veld/)
    expect(action).not.toContain(support)
  }
})

test('where somebody else must act, the support reads what the support does about it', () => {
  const explanation = explain('period_closed', 'CMUT020')
  const presented = presentExplanation(explanation, { concerned, subject: 'invoice' }, 'nl')
  expect(presented?.actor).toBe('bookkeeper')
  expect(presented?.action).toMatch(/^Vraag de gebruiker of zijn boekhouder/)
})
