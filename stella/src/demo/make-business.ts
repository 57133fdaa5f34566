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

type MakeOptions = {
  loginsFile: string
  scenario: Scenario
  /** Milliseconds since 1970, of the real clock. */
  now: number
}

/**
 * Makes the business of a scenario, or says that it is there. One that was left unfinished stays as it is, and
 * another is made beside it, as is with `another`.
 */
export async function makeBusiness(
  stage: Stage,
  { another, ...options }: MakeOptions & { another: boolean },
): Promise<MadeBusiness> {
  const { loginsFile, scenario } = options
  const begun = begunOf(loginsFile, scenario)
  const finished = begun.findLast((login) => login.finished)
  if (finished !== undefined && !another) {
    return { outcome: 'there', organizationName: nameOf(scenario, begun.indexOf(finished)), login: finished }
  }
  const { organizationName, login } = await makeAnother(stage, options)
  return { outcome: 'made', organizationName, login }
}

/** Makes it, whether or not there is one already. */
export async function makeAnother(
  stage: Stage,
  { loginsFile, scenario, now }: MakeOptions,
): Promise<{ organizationId: string; organizationName: string; login: KeptLogin }> {
  const begunBefore = begunOf(loginsFile, scenario).length
  const { ownerName, beginsDaysAgo } = scenario.business
  const organizationName = nameOf(scenario, begunBefore)
  const login = newLogin(scenario, begunBefore)
  keepLogin(loginsFile, login)
  const business = await openBusiness(stage, {
    organizationName,
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
  return { organizationId: business.organizationId, organizationName, login: kept }
}

function begunOf(loginsFile: string, { name }: Scenario): KeptLogin[] {
  return readLogins(loginsFile).filter((login) => login.scenario === name)
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
