import { startSandbox } from '@stella/e-boekhouden-sandbox'
import { expect, test } from 'vitest'
import { eBoekhoudenRegistersAt } from './e-boekhouden-registers.ts'

test('all relations of books that are used for years come in the one answer that there is', async () => {
  const sandbox = await startSandbox({ administration: { used: true } })
  try {
    const { code1, code2, username } = sandbox.administration
    const codes = { username, securityCode1: code1, securityCode2: code2 }
    const registers = eBoekhoudenRegistersAt(sandbox.soapUrl)(codes)
    const said = await registers.relations(new AbortController().signal)
    await registers.close()
    expect(said.ok && said.value.length).toBe(8_000)
    expect(said.exchanges.map(({ operation }) => operation)).toEqual(['OpenSession', 'GetRelaties'])
  } finally {
    await sandbox.close()
  }
})
