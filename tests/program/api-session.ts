import { setTimeout as sleep } from 'node:timers/promises'
import type { Login } from './running-program.ts'

/** A person, or a script with a key, who uses the API of a running program. */
export interface ApiSession {
  get<Answer>(path: string): Promise<Answer>
  send<Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer>
  /** The answer as it came, whatever its status. */
  raw(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }>
  /** A file, as its bytes. */
  bytes(path: string): Promise<Buffer>
}

export interface InvoiceAnswer {
  id: string
  number: string | null
  state: 'draft' | 'final'
  revision: number
}

/** Signs an existing account in. */
export function signInAt(address: string, login: Login): Promise<ApiSession> {
  return sessionOf(address, '/api/session', login)
}

async function sessionOf(address: string, path: string, body: unknown): Promise<ApiSession> {
  const answer = await fetch(new URL(path, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  return apiWith(address, { cookie, origin: address })
}

function apiWith(address: string, headers: Record<string, string>): ApiSession {
  const raw: ApiSession['raw'] = async (method, path, body) => {
    const answer = await fetch(new URL(path, address), {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const send = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const { status, text } = await raw(method, path, body)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
  const bytes = async (path: string) => {
    const answer = await fetch(new URL(path, address), { headers })
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`)
    return Buffer.from(await answer.arrayBuffer())
  }
  return { raw, send, bytes, get: (path) => send('GET', path) }
}

/** Fills in the organization's profile, which stands on its invoices. */
export async function fillProfile(api: ApiSession): Promise<void> {
  await api.send('PUT', '/api/organization', {
    name: 'Testbedrijf',
    address: 'Kade 1',
    postalCode: '1011 AB',
    city: 'Amsterdam',
    country: 'NL',
    email: 'post@voorbeeld.test',
    kvkNumber: '12345678',
    vatNumber: 'NL123456782B90',
    iban: 'NL91ABNA0417164300',
    accountName: 'Testbedrijf',
  })
}

export async function makeCustomer(api: ApiSession, name = 'Bakkerij De Korenaar'): Promise<string> {
  const { id } = await api.send<{ id: string }>('POST', '/api/customers', {
    kind: 'company',
    name,
    address: 'Molenweg 4',
    postalCode: '3512 JE',
    city: 'Utrecht',
    country: 'NL',
  })
  return id
}

/** A draft of one line: 2 × € 50,00 at 21 %. */
export function makeDraft(
  api: ApiSession,
  customerId: string,
  description = 'Advies',
): Promise<InvoiceAnswer> {
  return api.send<InvoiceAnswer>('POST', '/api/invoices', {
    customerId,
    invoiceDate: '2026-11-20',
    paymentTermDays: 14,
    description,
    pricesIncludeVat: false,
    lines: [{ description: 'Advies', quantity: '2', unitPrice: '50.00', vatTreatment: 'high' }],
  })
}

export function finalize(api: ApiSession, invoiceId: string): Promise<InvoiceAnswer> {
  return api.send<InvoiceAnswer>('POST', `/api/invoices/${invoiceId}/finalization`)
}

/** Looks again until something is there; the error says what was seen last. */
export async function eventually<Value>(
  look: () => Promise<Value>,
  isThere: (value: Value) => boolean,
  withinMs = 300_000,
): Promise<Value> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const value = await look()
    if (isThere(value)) return value
    if (Date.now() > deadline) throw new Error(`not there in time; last seen: ${JSON.stringify(value)}`)
    await sleep(100)
  }
}
