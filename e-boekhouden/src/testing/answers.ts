import type { ServerResponse } from 'node:http'

export const testCodes = {
  username: 'proefgebruiker',
  securityCode1: '1f0c9e7b5a3d4826',
  securityCode2: '{7A6D2C11-93B0-4F5E}',
}

export const testSessionId = '{0D1E2F3A-4B5C-6D7E-8F90-A1B2C3D4E5F6}'

export const noError = '<ErrorMsg><LastErrorCode /><LastErrorDescription /></ErrorMsg>'

export function refusal(code: string, description = 'Geweigerd'): string {
  return `<ErrorMsg><LastErrorCode>${code}</LastErrorCode><LastErrorDescription>${description}</LastErrorDescription></ErrorMsg>`
}

/** The answer of an .asmx service to one operation. */
export function envelope(operation: string, result: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
    `<soap:Body><${operation}Response xmlns="http://www.e-boekhouden.nl/soap"><${operation}Result>${result}` +
    `</${operation}Result></${operation}Response></soap:Body></soap:Envelope>`
  )
}

export function sendXml(response: ServerResponse, xml: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(xml)
}

/** Answers to the operations of a session that goes well. */
export function sessionAnswer(operation: string, sessionId = testSessionId): string | null {
  if (operation === 'OpenSession' || operation === 'OpenSessionSub') {
    return envelope(operation, `${noError}<SessionID>${sessionId}</SessionID>`)
  }
  if (operation === 'CloseSession')
    return envelope(operation, '').replace(/<CloseSessionResult>.*Result>/, '')
  return null
}
