import type { ZodFastifySchemaValidationError } from 'fastify-type-provider-zod'
import type { FieldError } from './api-error.ts'

/** The fields of a request that do not have the shape the schema asks. */
export function fieldsOfShape(errors: readonly ZodFastifySchemaValidationError[]): FieldError[] {
  return errors.flatMap(({ instancePath, keyword, params, message }): FieldError[] => {
    const path = pathOf(instancePath)
    const detail: Record<string, unknown> = params
    if (keyword === 'unrecognized_keys' && Array.isArray(detail.keys)) {
      return detail.keys.map((key) => ({ path: join(path, String(key)), code: 'unknown_field' }))
    }
    const isText = detail.type === 'string' || detail.origin === 'string'
    if (keyword === 'too_big' && isText && typeof detail.maximum === 'number') {
      return [{ path, code: 'too_long', parameters: { limit: detail.maximum } }]
    }
    if (keyword === 'invalid_type' && /received undefined$/.test(message ?? ''))
      return [{ path, code: 'required' }]
    return [{ path, code: 'invalid' }]
  })
}

/** `/lines/0/quantity` becomes `lines.0.quantity`. */
function pathOf(instancePath: string): string {
  return instancePath
    .split('/')
    .filter(Boolean)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
