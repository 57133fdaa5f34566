import type { Client } from '../client.ts'
import { createClient } from '../client.ts'
import type { ClientOptions } from '../client-options.ts'
import type { TransportRequest } from '../transport/transport.ts'
import { testCodes } from './answers.ts'

/**
 * A client that sends nothing: each request is kept, and answered with success and no content. With `proofs` the
 * answer holds what proves each of the operations that write.
 */
export function recordingClient(
  sent: TransportRequest[],
  { proofs = '', ...options }: Partial<ClientOptions> & { proofs?: string } = {},
): Client {
  return createClient({
    credentials: testCodes,
    source: 'Stella',
    ...options,
    transport: {
      async send(request) {
        sent.push(request)
        const operation = request.body.match(/<soap:Body><(\w+)/)?.[1] ?? ''
        const body = Buffer.from(
          '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
            `<${operation}Response><${operation}Result><ErrorMsg/><SessionID>{1}</SessionID>${proofs}` +
            `</${operation}Result></${operation}Response></s:Body></s:Envelope>`,
        )
        return { status: 200, contentType: 'text/xml', contentEncoding: null, retryAfter: null, body }
      },
      close: async () => {},
    },
  })
}
