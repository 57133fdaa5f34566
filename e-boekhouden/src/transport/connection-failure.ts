import type { NotSentFailure } from './transport.ts'

/**
 * Why no connection stands, from the code of the error alone. What is not known is `unreachable`: by the
 * time this is asked it is certain that nothing was sent.
 */
export function connectionFailure(code: string | null): NotSentFailure {
  if (code === null) return 'unreachable'
  if (code === 'ECONNREFUSED') return 'refused'
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return 'connect_timeout'
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') return 'closed'
  if (dnsCodes.has(code)) return 'dns'
  if (isTlsCode(code)) return 'tls'
  return 'unreachable'
}

/** The code of a system error, also where Node bundles the failures of several addresses. */
export function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return systemCodeOf(error.errors[0])
  return null
}

const dnsCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA'])

/** Node names failures of the handshake after OpenSSL (`ERR_SSL_…`) and of certificates after X.509. */
function isTlsCode(code: string): boolean {
  return (
    /^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|CRL_|ERROR_IN_|UNABLE_TO_)/.test(code) ||
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'HOSTNAME_MISMATCH', 'INVALID_CA'].includes(
      code,
    )
  )
}
