import { setTimeout as sleep } from 'node:timers/promises'
import type { APIRequestContext, Page } from '@playwright/test'
import type { Screen } from '../../program/running-program.ts'

export interface SandboxCodes {
  username: string
  code1: string
  code2: string
}

let made = 0

/** A new account with an organization of its own that can make invoices final, signed in on this page. */
export async function signUp(page: Page, program: Screen, organizationName = 'Testbedrijf'): Promise<string> {
  const email = await signUpAnew(page, program, organizationName)
  await fillProfile(page.request, program, organizationName)
  return email
}

/** The same of an organization that filled in nothing yet. */
export async function signUpAnew(
  page: Page,
  program: Screen,
  organizationName = 'Testbedrijf',
): Promise<string> {
  made++
  const email = `persoon-${process.pid}-${Date.now()}-${made}@voorbeeld.test`
  await post(page.request, program, '/api/accounts', {
    name: 'Anna de Test',
    email,
    password: 'een-lang-wachtwoord',
    organizationName,
  })
  return email
}

/** Signs an existing account in on this page. */
export async function signIn(page: Page, program: Screen, login: { email: string; password: string }) {
  await post(page.request, program, '/api/session', login)
}

/** Sends a request as the screens do, with the session of the page, and gives the answer's body. */
export async function post<Answer>(
  request: APIRequestContext,
  program: Screen,
  path: string,
  data: unknown,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Answer> {
  const answer = await request.fetch(new URL(path, program.address).href, {
    method,
    data,
    headers: { origin: program.address },
  })
  // All tests together come from one address; whoever is told to wait waits that long.
  if (answer.status() === 429) {
    await sleep(1_000 * Number(answer.headers()['retry-after'] ?? 1))
    return post(request, program, path, data, method)
  }
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** Fills in who the organization is, as stands on its invoices. */
async function fillProfile(request: APIRequestContext, program: Screen, name: string): Promise<void> {
  const address = { address: 'Kade 1', postalCode: '1011 AB', city: 'Amsterdam', country: 'NL' }
  const numbers = { kvkNumber: '12345678', vatNumber: 'NL123456782B90' }
  // Names of accounts are at most so long (EPC069-12).
  const account = { iban: 'NL91ABNA0417164300', accountName: name.slice(0, 70) }
  await post(request, program, '/api/organization', { name, ...address, ...numbers, ...account }, 'PUT')
}
