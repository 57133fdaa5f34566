import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { ClientOptions } from '../client-options.ts'
import type { EBoekhoudenError } from '../errors/errors.ts'
import { envelope, noError, refusal, sendXml, testCodes, testSessionId } from '../testing/answers.ts'
import { exampleMutation } from '../testing/examples.ts'
import type { ClientWithServer } from '../testing/start-client.ts'
import { closedAfterEach, type startClient } from '../testing/start-client.ts'
import type { RedactedExchange } from './exchange.ts'

const start = closedAfterEach()

const booked = envelope('AddMutatie', `${noError}<Mutatienummer>12</Mutatienummer>`)

describe('the hook', () => {
  async function exchangesOf(
    answer: Parameters<typeof startClient>[0],
    calls: (client: ClientWithServer['client']) => Promise<unknown>,
    options: Partial<ClientOptions> = {},
  ): Promise<{ exchanges: RedactedExchange[]; error: EBoekhoudenError | null }> {
    const exchanges: RedactedExchange[] = []
    const { client } = await start(answer, { onExchange: (exchange) => exchanges.push(exchange), ...options })
    const error = await calls(client).then(
      () => null,
      (reason: EBoekhoudenError) => reason,
    )
    await client.close()
    return { exchanges, error }
  }

  const secrets = [...Object.values(testCodes), testSessionId, testSessionId.slice(1, -1)]

  it('sees every exchange with its answer and times', async () => {
    const { exchanges } = await exchangesOf(
      ({ operation }, response) => {
        if (operation !== 'AddMutatie') return false
        sendXml(response, booked)
        return true
      },
      (client) => client.addMutation(exampleMutation),
    )
    expect(exchanges.map(({ operation, httpStatus, error }) => [operation, httpStatus, error])).toEqual([
      ['OpenSession', 200, null],
      ['AddMutatie', 200, null],
      ['CloseSession', 200, null],
    ])
    expect(exchanges[1]?.request).toContain('<Factuurnummer>2026-0001</Factuurnummer>')
    expect(exchanges[1]?.answer).toBe(booked)
    expect(exchanges[1]?.startedAt).toBeInstanceOf(Date)
    expect(exchanges[1]?.durationMs).toBeGreaterThanOrEqual(0)
  })

  it('sees what came of an answer that broke off, and the error', async () => {
    const { exchanges } = await exchangesOf(
      ({ operation }, response) => {
        if (operation !== 'AddMutatie') return false
        const breakOff = () => response.destroy()
        response.writeHead(200, { 'content-length': 999 }).write(booked.slice(0, 200), breakOff)
        return true
      },
      (client) => client.addMutation(exampleMutation),
    )
    expect(exchanges[1]).toMatchObject({
      answer: booked.slice(0, 200),
      httpStatus: 200,
      error: { kind: 'outcome_unknown', code: null, reason: 'connection_lost' },
    })
  })

  it('sees no code and no session id, even where the service sends them back; nor do the errors', async () => {
    const echo = (xml: string) => `${xml}<!-- ${secrets.join(' ')} -->`
    const trials: [string, (body: string) => [string, number, string]][] = [
      ['refusal', () => [envelope('AddMutatie', refusal('CMUT017', secrets.join(' '))), 200, 'text/xml']],
      [
        'refusal with a secret as its code',
        () => [envelope('AddMutatie', refusal(testCodes.securityCode1)), 200, 'text/xml'],
      ],
      ['page', (body) => [`<html>${body}</html>`, 500, 'text/html']],
      [
        'fault',
        (body) => [
          '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode>' +
            `<faultstring>${body.replaceAll('<', '&lt;')}</faultstring></s:Fault></s:Body></s:Envelope>`,
          500,
          'text/xml',
        ],
      ],
      ['success', () => [echo(booked), 200, 'text/xml']],
      ['half', (body) => [body.slice(0, 300), 200, 'text/xml']],
      ['not HTTP', () => ['', -1, '']],
    ]
    for (const [name, answerTo] of trials) {
      const { exchanges, error } = await exchangesOf(
        ({ operation, body }, response) => {
          if (operation !== 'AddMutatie') return false
          const [text, status, type] = answerTo(body)
          if (status < 0) response.socket?.end(`garbage ${secrets.join(' ')}\r\n\r\n`)
          else response.writeHead(status, { 'content-type': type }).end(text)
          return true
        },
        (client) => client.addMutation(exampleMutation),
      )
      const seen = inspect([exchanges, error, error?.stack, error?.cause], {
        depth: 9,
        showHidden: true,
        maxStringLength: null,
      })
      for (const secret of secrets) expect([name, seen.includes(secret)]).toEqual([name, false])
      expect(exchanges.length).toBeGreaterThan(1)
    }
  })

  it('hides the token that signs in to the website', async () => {
    const { exchanges } = await exchangesOf(
      ({ operation }, response) => {
        if (operation !== 'AutoLogin') return false
        sendXml(response, envelope('AutoLogin', `${noError}<Token>geheim-token</Token>`))
        return true
      },
      async (client) => {
        const { token, signInUrl } = await client.autoLogin()
        expect(token).toBe('geheim-token')
        expect(signInUrl).toBe(
          `https://secure.e-boekhouden.nl/bh/inloggen.asp?LOGIN=1&t=geheim-token&g=${encodeURIComponent(testCodes.securityCode2)}`,
        )
      },
    )
    expect(JSON.stringify(exchanges)).not.toContain('geheim-token')
  })

  it('cannot make a booking fail', async () => {
    for (const onExchange of [
      () => {
        throw new Error('the log is full')
      },
      async () => {
        throw new Error('the log is full')
      },
    ]) {
      const { error } = await exchangesOf(
        ({ operation }, response) => {
          if (operation !== 'AddMutatie') return false
          sendXml(response, booked)
          return true
        },
        (client) => client.addMutation(exampleMutation),
        { onExchange },
      )
      expect(error).toBeNull()
    }
  })

  it('finds nothing in the client itself either', async () => {
    const { client } = await start(() => false)
    await client.openSession()
    const seen = inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)
    for (const secret of secrets) expect(seen).not.toContain(secret)
  })
})
