import { afterEach, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import { changeMapping } from './change-mapping.ts'

const HOUR = 60 * 60 * 1_000
const services = { code: '8010', description: 'Omzet diensten', category: 'VW' } as const

let office: EngineAtSandbox
afterEach(() => office.close())

test('an account that is removed after the plan holds back what stands on it alone, and lets it go when it is back', async () => {
  office = await EngineAtSandbox.start()
  const { clock, organization, sandbox, worker } = office
  const pass = (time: number) => {
    clock.advance(time)
    worker.wake()
  }
  const content = { debtorsAccount: '1300', revenueAccount: '8000', byTreatment: { low: '8010' } }
  const change = { content, version: 0, by: 'Marloes', now: new Date(clock.now()) }
  expect(await organization.within((tx) => changeMapping(tx, change))).toEqual({ outcome: 'changed' })

  sandbox.bookkeeper().removeAccount('8010')
  const ofRemoved = await organization.invoice()
  await eventually(
    () => organization.connection(),
    (it) => it.state === 'paused',
  )
  const other = await organization.invoice({
    lines: [{ description: 'Advies', quantity: '1', unitPrice: '100', vatTreatment: 'high' }],
  })
  pass(HOUR)
  expect((await office.reaches(ofRemoved, 'rejected')).cause).toBe('account_unfit')
  await office.reaches(other, 'booked')
  expect(await organization.activityKinds()).toContain('invoice_not_booked')

  sandbox.bookkeeper().addAccount(services)
  pass(25 * HOUR)
  await office.reaches(ofRemoved, 'booked')
  expect(office.mutations()).toHaveLength(2)
})
