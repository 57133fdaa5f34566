import { type Language, textsIn } from '@stella/texts'
import type { ApiError, FieldError } from './api-error.ts'
import { type FieldProblem, mostFields, type Problem } from './problem.ts'

/** A refusal as RFC 9457 has it, with its sentences in one language. */
export function problemOf(refusal: ApiError, language: Language): Problem {
  const { title, detail } = textsIn(language).api.errors[refusal.code]
  const reason = sentenceOfPermission(refusal, language) ?? sentenceOfReason(refusal.reason, language)
  return {
    type: `/api/docs#error-${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    detail: [
      reason === null ? detail : withReason(refusal, reason, detail),
      whenAgain(refusal, language),
    ].join(''),
    ...(refusal.fields.length === 0 ? {} : { fields: fieldProblems(refusal.fields, language) }),
    ...(refusal.invoiceId === undefined ? {} : { invoiceId: refusal.invoiceId }),
  }
}

function whenAgain({ retryAfterSeconds }: ApiError, language: Language): string {
  return retryAfterSeconds === undefined ? '' : ` ${textsIn(language).api.tryAgain(retryAfterSeconds)}`
}

/** A reason says all there is to say, but not that a connection that was refused left nothing behind. */
function withReason({ code }: ApiError, reason: string, detail: string): string {
  return code === 'connection_refused' ? `${reason} ${detail}` : reason
}

/** The first of the fields that were refused, with their sentences. */
export function fieldProblems(fields: readonly FieldError[], language: Language): FieldProblem[] {
  return fields.slice(0, mostFields).map((field) => fieldProblem(field, language))
}

function fieldProblem({ path, code, parameters }: FieldError, language: Language): FieldProblem {
  const sentences = textsIn(language).api.fields
  const reason = sentenceOfReason(code, language)
  if (reason !== null && !isKnown(code, sentences)) return { path, code, message: reason }
  const sentence = isKnown(code, sentences) ? sentences[code] : sentences.invalid
  return {
    path,
    code,
    message: sentence(Number(parameters?.limit ?? 0), String(parameters?.characters ?? '')),
  }
}

function sentenceOfPermission({ permission }: ApiError, language: Language): string | null {
  return permission === undefined ? null : textsIn(language).screens.permissions[permission].refusal
}

/** Why e-Boekhouden.nl was not linked has sentences of its own. */
function sentenceOfReason(reason: string | undefined, language: Language): string | null {
  const { refusals } = textsIn(language)
  return reason !== undefined && isKnown(reason, refusals) ? refusals[reason] : null
}

function isKnown<Sentences extends object>(
  code: string,
  sentences: Sentences,
): code is keyof Sentences & string {
  return Object.hasOwn(sentences, code)
}
