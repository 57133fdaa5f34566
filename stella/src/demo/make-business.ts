import { drawPassword } from '../secrets/password.ts'
import { madeUpDomain } from './addresses.ts'
import { openBusiness } from './business.ts'
import { type KeptLogin, keepLogin, readLogins } from './kept-logins.ts'
import { randomFrom } from './random.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

export interface MadeBusiness {
  /** `there`: it was made before, and nothing was changed. */
  outcome: 'made' | 'there'
  organizationName: string
  login: KeptLogin
}

/**
 * Makes the business of a scenario, or says that it is there. One that was left unfinished stays as it is, and
 * another is made beside it, as is with `another`.
 *
 * @param now milliseconds since 1970, of the real clock
 */
export async function makeBusiness(
  stage: Stage,
  {
    loginsFile,
    scenario,
    another,
    now,
  }: { loginsFile: string; scenario: Scenario; another: boolean; now: number },
): Promise<MadeBusiness> {
  const begun = readLogins(loginsFile).filter((login) => login.scenario === scenario.name)
  const { organizationName, ownerName, beginsDaysAgo } = scenario.business
  const finished = begun.findLast((login) => login.finished)
  if (finished !== undefined && !another) {
    return { outcome: 'there', organizationName: nameOf(scenario, begun.indexOf(finished)), login: finished }
  }
  const login = newLogin(scenario, begun.length)
  keepLogin(loginsFile, login)
  const business = await openBusiness(stage, {
    organizationName: nameOf(scenario, begun.length),
    ownerName,
    email: login.email,
    password: login.password,
    startsAt: now - beginsDaysAgo * dayMs,
    seed: scenario.name,
  })
  try {
    await scenario.make({ business, stage, random: randomFrom(scenario.name), now })
  } finally {
    await business.close()
  }
  const kept = { ...login, finished: true }
  keepLogin(loginsFile, kept)
  return {
    outcome: 'made',
    organizationName: nameOf(scenario, begun.length) ?? organizationName,
    login: kept,
  }
}

const dayMs = 24 * 3_600_000

function newLogin({ name }: Scenario, begun: number): KeptLogin {
  const mailbox = begun === 0 ? name : `${name}-${begun + 1}`
  return { scenario: name, email: `${mailbox}@${madeUpDomain}`, password: drawPassword(), finished: false }
}

/** The second of a scenario has its number behind its name, so that support can tell them apart. */
function nameOf({ business }: Scenario, begunBefore: number): string {
  return begunBefore === 0 ? business.organizationName : `${business.organizationName} (${begunBefore + 1})`
}
