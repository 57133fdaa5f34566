/** What came back over HTTP. */
export interface RawAnswer {
  status: number
  contentType: string
  text: string
}

/** Sends bytes as they are to the SOAP address. */
export async function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'text/xml; charset=utf-8' },
): Promise<RawAnswer> {
  const answer = await fetch(url, { method: 'POST', body, headers })
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    text: await answer.text(),
  }
}

export const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/'
export const soap12 = 'http://www.w3.org/2003/05/soap-envelope'
export const service = 'http://www.e-boekhouden.nl/soap'

/** A message of SOAP 1.1 in which the service's namespace is the default one. */
export function envelope(content: string, namespace = soap11): string {
  const named = content.replace(/^<([\w.-]+)/, `<$1 xmlns="${service}"`)
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${namespace}"><s:Body>${named}</s:Body></s:Envelope>`
}

/** The same message with the service's elements prefixed, as WSDL-driven clients write it. */
export function prefixedEnvelope(content: string, prefix = 'ns1', namespace = soap11): string {
  const prefixed = content.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${namespace}" xmlns:${prefix}="${service}"><SOAP-ENV:Body>${prefixed}</SOAP-ENV:Body></SOAP-ENV:Envelope>\n`
}

/** The text of the first element with this name; `null` when there is none. */
export function textOf(answer: RawAnswer, name: string): string | null {
  const found = new RegExp(`<${name}(?:\\s*/>|>([^<]*)</${name}>)`).exec(answer.text)
  return found ? (found[1] ?? '') : null
}

/** How many elements have this name. */
export function countOf(answer: RawAnswer, name: string): number {
  return answer.text.match(new RegExp(`<${name}[\\s>/]`, 'g'))?.length ?? 0
}
