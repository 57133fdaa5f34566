import { expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '../index.ts'
import { openCaller } from '../testing/soap-caller.ts'

it.each([
  ['empty', '<ErrorMsg />', '<UpdateGrootboekrekeningResult />'],
  [
    'fields',
    '<ErrorMsg><LastErrorCode /><LastErrorDescription /></ErrorMsg>',
    '<UpdateGrootboekrekeningResult><LastErrorCode /><LastErrorDescription /></UpdateGrootboekrekeningResult>',
  ],
] as const)('a call that succeeds says so as set: %s', async (successMessage, message, result) => {
  const sandbox = await startSandbox({ settings: { successMessage } })
  onTestFinished(() => sandbox.close())
  const caller = await openCaller(sandbox)
  const oGb = { ID: 13, Code: '4000', Omschrijving: 'Algemene kosten', Categorie: 'VW' }
  expect((await caller.call('GetSaldi', { cFilter: { KostenPlaatsId: 0 } })).text).toContain(message)
  expect((await caller.call('UpdateGrootboekrekening', { oGb })).text).toContain(result)
})

it('is empty unless set, and a refusal names its code either way', async () => {
  const sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  const caller = await openCaller(sandbox)
  expect((await caller.call('GetRelaties')).text).toContain('<ErrorMsg /><Relaties />')
  expect((await caller.call('GetRelaties', { SecurityCode2: 'x' })).code).toBe('E0021')
})
