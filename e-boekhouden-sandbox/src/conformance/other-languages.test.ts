import { execFile, execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../index.ts'

const run = promisify(execFile)
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

interface Stack {
  name: string
  command: string
  script: string
  description: string
}

/** The first of the commands that has what is needed; says so when there is none. */
function findStack(
  name: string,
  commands: string[],
  probe: string[],
  script: string,
  description: string,
): Stack | undefined {
  for (const command of commands) {
    try {
      execFileSync(command, probe, { stdio: 'ignore' })
      return { name, command, script: path(script), description }
    } catch {}
  }
  console.warn(`${name} is not on this machine: its conformance test is left out`)
  return undefined
}

const stacks = [
  findStack(
    'PHP ext-soap',
    ['php'],
    ['-r', 'exit(extension_loaded("soap") ? 0 : 1);'],
    './client.php',
    'Uit PHP',
  ),
  findStack(
    'Python zeep',
    ['python3', '/usr/bin/python3'],
    ['-c', 'import zeep'],
    './client.py',
    'Uit Python',
  ),
]

describe('SOAP stacks of other languages, driven by the WSDL alone', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  afterAll(() => sandbox.close())

  for (const stack of stacks) {
    if (!stack) continue
    it.each(['1.1', '1.2'])(`${stack.name} over SOAP %s`, async (version) => {
      sandbox.reset()
      const { username, code1, code2 } = sandbox.administration
      const { stdout } = await run(stack.command, [
        stack.script,
        `${sandbox.soapUrl}?WSDL`,
        username,
        code1,
        code2,
        version,
      ])
      const { outstanding, excl, fault, ...rest } = JSON.parse(stdout)
      expect(rest).toEqual({
        relation: 1,
        number: 1,
        code: 'CMUT019',
        description: stack.description,
        company: 'Café & <zn>',
        account: '1300',
      })
      expect([Number(outstanding), Number(excl)]).toEqual([121, 100])
      expect(fault).toContain('is not a valid AllXsd value')
      const { soapVersion } = sandbox.journal({ operation: 'AddMutatie' })[0] ?? {}
      expect(soapVersion).toBe(version)
    })
  }

  it('are looked for', () => {
    expect(stacks).toHaveLength(2)
  })
})
