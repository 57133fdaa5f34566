import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { makeBusiness } from '../demo/make-business.ts'
import { type Many, makeMany } from '../demo/many.ts'
import type { Scenario } from '../demo/scenario.ts'
import { scenarios } from '../demo/scenarios.ts'
import { withStage } from '../demo/with-stage.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { withConfiguration } from './with-configuration.ts'

/** `demo list`, and a command for each scenario: `demo plumber [--another]`. */
export const demo = (texts: Texts) =>
  defineCommand({
    meta: { name: 'demo', description: texts.program.commands.demo },
    subCommands: {
      list: list(texts),
      ...Object.fromEntries(scenarios.map((scenario) => [scenario.name, make(scenario, texts)])),
    },
  })

const list = (texts: Texts) =>
  defineCommand({
    meta: { name: 'list', description: texts.program.demo.list },
    run: () => {
      const widest = Math.max(...scenarios.map(({ name }) => name.length))
      const shows = texts.program.demo.scenarios
      for (const { name } of scenarios) console.log(`  ${name.padEnd(widest)}  ${shows[name]}`)
    },
  })

const make = (scenario: Scenario, texts: Texts) => {
  const words = texts.program.demo
  return defineCommand({
    meta: { name: scenario.name, description: words.scenarios[scenario.name] },
    args: {
      another: { type: 'boolean', description: words.another },
      ...(scenario.name === 'big'
        ? {
            organizations: { type: 'string', description: words.organizations },
            invoices: { type: 'string', description: words.invoices },
          }
        : {}),
    },
    run: ({ args }) =>
      withConfiguration(texts, (configuration) =>
        withStage(configuration, async (stage, { address, copyOrganization, folder, isRunning }) => {
          const places = { loginsFile: folder.scenariosFile, now: Date.now() }
          const many = manyIn(args)
          const made =
            many === undefined
              ? await makeBusiness(stage, { ...places, scenario, another: args.another === true })
              : await makeMany(stage, many, { ...places, copy: copyOrganization })
          const { email, password } = made.login
          const rows = [
            [words.address, address],
            [words.login, `${email}  ${password}`],
            [words.books, stage.sandboxUrl],
          ]
          const widest = Math.max(...rows.map(([label = '']) => label.length))
          console.log(words[made.outcome](made.organizationName))
          for (const [label = '', value] of rows) console.log(`  ${label.padEnd(widest)}  ${value}`)
          if (!isRunning) console.log(words.startFirst)
        }),
      ),
  })
}

/** How many of each were asked for; undefined where none were. @throws ProgramFailure notACount */
function manyIn({ organizations, invoices }: Record<string, unknown>): Many | undefined {
  if (organizations === undefined && invoices === undefined) return undefined
  return {
    organizations: countIn('--organizations', organizations ?? '1000'),
    invoices: countIn('--invoices', invoices ?? '100000'),
  }
}

function countIn(option: string, value: unknown): number {
  const text = String(value)
  if (!/^\d{1,8}$/.test(text) || Number(text) < 3) throw new ProgramFailure('notACount', [option, text])
  return Number(text)
}
