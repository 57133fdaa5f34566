import { createClientAsync } from 'soap'
import type { Elements } from '../scenario/step.ts'
import { StackFault, type StackKind } from './stack.ts'

type Method = (request: Elements) => Promise<[Record<string, unknown> | null, ...unknown[]]>

/** What node-soap throws for a fault, in the shape of either version of SOAP. */
interface NodeSoapError {
  root?: {
    Envelope?: { Body?: { Fault?: { faultcode?: string; Code?: { Value?: string } } } }
  }
}

function nodeSoap(soapVersion: '1.1' | '1.2'): StackKind {
  return {
    name: 'node-soap',
    soapVersion,
    missing: () => null,
    async connect(wsdl) {
      const client = await createClientAsync(wsdl, { forceSoap12Headers: soapVersion === '1.2' })
      return {
        async call(operation, request) {
          const method = client[`${operation}Async`] as Method
          const [answer] = await method.call(client, request).catch(asFault)
          return answer?.[`${operation}Result`]
        },
        close() {},
      }
    },
  }
}

function asFault(error: Error & NodeSoapError): never {
  const fault = error.root?.Envelope?.Body?.Fault
  const code = fault?.faultcode ?? fault?.Code?.Value
  throw code === undefined ? error : new StackFault(code, error.message)
}

export const nodeSoap11 = nodeSoap('1.1')
export const nodeSoap12 = nodeSoap('1.2')
