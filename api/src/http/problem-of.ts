import { type Language, textsIn } from '@stella/texts'
import type { FieldProblem, Problem } from '../contract/problem.ts'
import type { ApiError, FieldError } from './api-error.ts'

/** A refusal as RFC 9457 has it, with its sentences in one language. */
export function problemOf(refusal: ApiError, language: Language): Problem {
  const { title, detail } = textsIn(language).api.errors[refusal.code]
  return {
    type: `/api/docs#error-${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    detail,
    ...(refusal.fields.length === 0
      ? {}
      : { fields: refusal.fields.map((field) => fieldProblem(field, language)) }),
    ...(refusal.invoiceId === undefined ? {} : { invoiceId: refusal.invoiceId }),
  }
}

/** A field that was refused, with its sentence. */
export function fieldProblem({ path, code, parameters }: FieldError, language: Language): FieldProblem {
  const sentences = textsIn(language).api.fields
  const sentence = isFieldCode(code, sentences) ? sentences[code] : sentences.invalid
  return { path, code, message: sentence(Number(parameters?.limit ?? 0)) }
}

function isFieldCode<Sentences extends object>(
  code: string,
  sentences: Sentences,
): code is keyof Sentences & string {
  return Object.hasOwn(sentences, code)
}
