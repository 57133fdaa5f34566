import type { z } from 'zod'
import { SandboxError, type SandboxErrorCode } from '../errors.ts'

/** A copy of the value, in the shape. @throws SandboxError with that code, naming each field that is wrong */
export function check<T>(shape: z.ZodType<T>, value: unknown, code: SandboxErrorCode): T {
  const { data, error } = shape.safeParse(value)
  if (error) throw new SandboxError(code, error.issues.map(wordsFor).join('; '))
  return data
}

function wordsFor({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}
