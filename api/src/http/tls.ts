import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the address people use begins with https, whoever ends TLS. */
    isPublicOverTls?: boolean
  }
}

/** Whether the browser speaks https, be it with us or with the proxy before us. */
export function isOverTls(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.server.isPublicOverTls === true
}
