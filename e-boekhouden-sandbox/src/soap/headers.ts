import type { XmlElement } from '../xml/parse.ts'
import { ClientFault, envelopeNamespaces, type SoapVersion } from './envelope.ts'

/** Whom a header may be meant for so that it is meant for the service: nobody by name, or one of these. */
const ownRoles: Record<SoapVersion, { attribute: string; names: readonly string[] }> = {
  '1.1': { attribute: 'actor', names: ['http://schemas.xmlsoap.org/soap/actor/next'] },
  '1.2': {
    attribute: 'role',
    names: ['next', 'ultimateReceiver'].map((role) => `${envelopeNamespaces['1.2']}/role/${role}`),
  },
}

/** The service knows no headers: one that it must understand keeps it from doing anything. @throws ClientFault */
export function refuseHeaders(root: XmlElement, version: SoapVersion): void {
  const namespace = envelopeNamespaces[version]
  const header = root.children.find((child) => child.name === 'Header' && child.namespace === namespace)
  for (const block of header?.children ?? []) {
    const given = (name: string) =>
      block.attributes.find((each) => each.name === name && each.namespace === namespace)?.value.trim() ?? ''
    const { attribute, names } = ownRoles[version]
    const role = given(attribute)
    const isAsked = ['1', 'true'].includes(given('mustUnderstand'))
    if (isAsked && (role === '' || names.includes(role)))
      throw new ClientFault(`SOAP header ${block.name} was not understood.`, 'MustUnderstand')
  }
}
