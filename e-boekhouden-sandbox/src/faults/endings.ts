import { encodeEmpty } from '../protocol/encode.ts'
import type { OperationName } from '../protocol/operations.ts'
import type { Ending } from '../soap/ending.ts'
import { faultBody, type SoapVersion } from '../soap/envelope.ts'
import { type Reply, soapReply } from '../soap/reply.ts'
import { entityBomb, errorPage, maintenancePage } from './pages.ts'
import type { Hit } from './rules.ts'

type Change = (hit: Hit, answered: Ending, operation: OperationName, version: SoapVersion) => Ending

/** The faults that decide what goes over the wire. */
const changes: Partial<Record<Hit['kind'], Change>> = {
  no_answer: ({ seconds = 300 }) => ({ kind: 'held', seconds }),
  answer_lost: () => ({ kind: 'closed' }),
  reset: () => ({ kind: 'reset' }),
  http_error: ({ status = 500 }) => page(status, errorPage(status)),
  html_page: () => page(200, maintenancePage),
  soap_fault: (_hit, _answered, _operation, version) => {
    const message = 'Server was unable to process request. ---> Timeout expired.'
    return {
      kind: 'answered',
      reply: soapReply(version, faultBody(version, 'Server', message), 'fault', 500),
    }
  },
  truncated_xml: (_hit, answered) =>
    changeReply(answered, (reply) => ({
      ...reply,
      body: reply.body.slice(0, Math.ceil(reply.body.length / 2)),
    })),
  wrong_charset: ({ variant }, answered) => changeReply(answered, (reply) => inCharset(reply, variant)),
  hostile_answer: (_hit, answered) => changeReply(answered, (reply) => ({ ...reply, body: entityBomb })),
  empty_result: (_hit, answered, operation, version) =>
    changeReply(answered, () => soapReply(version, encodeEmpty(operation))),
}

export function isEndingKind(kind: Hit['kind']): boolean {
  return changes[kind] !== undefined
}

export function endingOf(hit: Hit, answered: Ending, operation: OperationName, version: SoapVersion): Ending {
  return changes[hit.kind]?.(hit, answered, operation, version) ?? answered
}

function changeReply(ending: Ending, change: (reply: Reply) => Reply): Ending {
  return ending.kind === 'answered' ? { kind: 'answered', reply: change(ending.reply) } : ending
}

function page(status: number, body: string): Ending {
  return { kind: 'answered', reply: { status, contentType: 'text/html; charset=utf-8', body, code: '' } }
}

/** The head goes on saying UTF-8. */
function inCharset(reply: Reply, variant: Hit['variant']): Reply {
  if (typeof reply.body !== 'string') return reply
  if (variant === 'bom') return { ...reply, body: `\uFEFF${reply.body}` }
  if (variant === 'utf16') return { ...reply, body: Buffer.from(reply.body, 'utf16le') }
  // A letter beyond ASCII makes the bytes wrong whatever the answer says.
  const body = Buffer.from(reply.body.replace('</soap:Body>', '<!-- financiële --></soap:Body>'), 'latin1')
  if (variant === 'undeclared') return { ...reply, contentType: 'text/xml', body }
  return { ...reply, body }
}
