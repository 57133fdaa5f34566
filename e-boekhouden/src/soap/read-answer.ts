import type { OutcomeUnknownReason } from '../errors/errors.ts'
import { FaultError, OutcomeUnknownError } from '../errors/errors.ts'
import type { Redaction } from '../redaction/redaction.ts'
import type { OperationName } from '../service/operation-names.ts'
import type { TransportAnswer } from '../transport/transport.ts'
import { decode } from '../wire/decode.ts'
import type { ResultOf } from '../wire/operations.ts'
import { operations } from '../wire/operations.ts'
import type { WireType } from '../wire/types.ts'
import { decodeAnswer } from '../xml/decode-answer.ts'
import type { XmlElement } from '../xml/parse.ts'
import { parseXml } from '../xml/parse.ts'
import { ForbiddenXml } from '../xml/parse-errors.ts'
import type { EnvelopeContent } from './envelope.ts'
import { openEnvelope } from './envelope.ts'
import { errorFromCode } from './error-from-code.ts'

type RecordType = Extract<WireType, { kind: 'record' }>

/**
 * The result of a call that the service says it carried out. Rejects with the error that the answer stands
 * for: refusals by code, faults, and an unknown outcome for everything that is no whole, plain answer.
 *
 * @param context `now`: milliseconds since 1970, to read a `Retry-After` that names a moment
 */
export async function readAnswer<O extends OperationName>(
  operation: O,
  answer: TransportAnswer,
  { redaction, maxElements, now }: { redaction: Redaction; maxElements: number; now: number },
): Promise<ResultOf<O>> {
  const unknown = (reason: OutcomeUnknownReason) =>
    new OutcomeUnknownError(operation, {
      reason,
      httpStatus: answer.status,
      retryAfterSeconds: retryAfterSeconds(answer.retryAfter, now),
    })
  const succeeded = answer.status === 200
  const content = await contentOf(operation, answer, maxElements)
  if (typeof content !== 'string' && content.kind === 'fault') {
    throw new FaultError(operation, {
      faultCode: content.code,
      httpStatus: answer.status,
      description: redaction.redact(content.description),
    })
  }
  if (!succeeded) throw unknown('http_status')
  if (typeof content === 'string') throw unknown(content)
  if (content.kind !== 'result') throw unknown(content.kind === 'other' ? 'empty' : 'not_soap')
  return resultOf(operation, content, redaction, unknown)
}

async function contentOf(
  operation: OperationName,
  { body, contentType, contentEncoding }: TransportAnswer,
  maxElements: number,
): Promise<EnvelopeContent | OutcomeUnknownReason> {
  if (contentEncoding !== null && contentEncoding !== 'identity') return 'unreadable'
  if (/^\s*text\/html/i.test(contentType ?? '')) return 'not_soap'
  try {
    const text = decodeAnswer(body, contentType)
    if (text.trim() === '') return 'empty'
    return openEnvelope(operation, await parseXml(text, maxElements))
  } catch (error) {
    return error instanceof ForbiddenXml ? 'forbidden_xml' : 'unreadable'
  }
}

function resultOf<O extends OperationName>(
  operation: O,
  { result }: { result: XmlElement | undefined },
  redaction: Redaction,
  unknown: (reason: OutcomeUnknownReason) => OutcomeUnknownError,
): ResultOf<O> {
  const { result: type, proof }: { result: RecordType | null; proof: string | null } = operations[operation]
  if (type === null) return null as ResultOf<O>
  if (result === undefined || !holdsAnyOf(type, result)) throw unknown('empty')
  const read = decode(type, result)
  const { code, description } = refusalIn(read)
  const proven = proof !== null && isProof(Reflect.get(read as object, proof))
  if (code === '') {
    if (proof !== null && !proven) throw unknown('empty')
    // A text without a code says that something is wrong; a list without entries must not hide it.
    if (proof === null && description !== '') throw unknown('unreadable')
    return read as ResultOf<O>
  }
  // A refusal that comes with a number contradicts itself, and neither half can be relied on.
  if (proven) throw unknown('unreadable')
  throw errorFromCode(operation, redaction.redact(code), redaction.redact(description))
}

/**
 * A result without a single element of its type would read as an empty list, which is an answer too. But where the
 * result is itself the message, one that is self-closed says that nothing went wrong, as an empty `ErrorMsg` does.
 */
function holdsAnyOf(type: RecordType, { nil, children }: XmlElement): boolean {
  const isMessage = Object.hasOwn(type.fields, 'LastErrorCode')
  if (isMessage && children.length === 0) return !nil
  return !nil && children.some(({ name }) => Object.hasOwn(type.fields, name))
}

function isProof(value: unknown): boolean {
  return typeof value === 'number' ? value > 0 : typeof value === 'string' && value.trim() !== ''
}

/** The refusal stands in `ErrorMsg`, or is the whole result. */
function refusalIn(result: unknown): { code: string; description: string } {
  const message: unknown = Reflect.get(result as object, 'ErrorMsg') ?? result
  const field = (name: string) => String(Reflect.get(message as object, name) ?? '').trim()
  return { code: field('LastErrorCode'), description: field('LastErrorDescription') }
}

function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header)
  const moment = Date.parse(header)
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - now) / 1000))
}
