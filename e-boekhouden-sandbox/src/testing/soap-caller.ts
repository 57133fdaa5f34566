import type { AdministrationAccess } from '../handle/administration.ts'
import type { Sandbox } from '../handle/sandbox.ts'
import { parseXml, type XmlElement } from '../xml/parse.ts'
import { escapeXml } from '../xml/write.ts'

export type Fields = { [name: string]: string | number | Fields | Fields[] | undefined }

export interface Answer {
  status: number
  contentType: string
  text: string
  /** LastErrorCode, or the text of the fault. */
  code: string
  /** The text of the first element of that name, or `undefined`. */
  value(name: string): string | undefined
  /** Every element of that name. */
  all(name: string): XmlElement[]
}

export interface Caller {
  call(operation: string, fields?: Fields): Promise<Answer>
  sessionId: string
}

const namespace = 'http://www.e-boekhouden.nl/soap'

/** A caller with an open session: the tests' own few lines of SOAP. */
export async function openCaller(
  sandbox: Sandbox,
  { username, code1, code2 }: AdministrationAccess = sandbox.administration,
): Promise<Caller> {
  const opened = await post(sandbox, 'OpenSession', {
    Username: username,
    SecurityCode1: code1,
    SecurityCode2: code2,
  })
  const sessionId = opened.value('SessionID')
  if (!sessionId) throw new Error(`no session: ${opened.text}`)
  return {
    sessionId,
    call: (operation, fields = {}) =>
      post(sandbox, operation, { SessionID: sessionId, SecurityCode2: code2, ...fields }),
  }
}

export async function post(sandbox: Sandbox, operation: string, fields: Fields): Promise<Answer> {
  return postBody(sandbox, `<${operation} xmlns="${namespace}">${xml(fields)}</${operation}>`)
}

/** Sends what stands in a SOAP 1.1 body. */
export function postBody(sandbox: Sandbox, body: string): Promise<Answer> {
  return postText(
    sandbox,
    `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`,
  )
}

export async function postText(
  sandbox: Sandbox,
  text: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(sandbox.soapUrl, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', ...headers },
    body: text,
  })
  return readAnswer(response.status, response.headers.get('content-type') ?? '', await response.text())
}

export function xml(fields: Fields): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      if (Array.isArray(value)) return value.map((item) => `<${name}>${xml(item)}</${name}>`).join('')
      return `<${name}>${typeof value === 'object' ? xml(value) : escapeXml(String(value))}</${name}>`
    })
    .join('')
}

/** 500 mutations with some lines each. */
const elementsOfAnswer = 100_000

function readAnswer(status: number, contentType: string, text: string): Answer {
  const elements = contentType.includes('xml') ? flat(parseXml(text, elementsOfAnswer)) : []
  const all = (name: string) => elements.filter((element) => element.name === name)
  const value = (name: string) => all(name)[0]?.text
  return { status, contentType, text, code: value('LastErrorCode') ?? value('faultstring') ?? '', value, all }
}

function flat(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(flat)]
}
