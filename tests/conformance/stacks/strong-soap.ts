import strong from 'strong-soap'
import { StackFault, type StackKind } from './stack.ts'

interface StrongSoapError {
  root?: { Envelope?: { Body?: { Fault?: { Code?: { Value?: string } } } } }
}

/** As it is when nothing is set: of the two ports it takes the last, which is that of SOAP 1.2, and sends no action. */
export const strongSoap: StackKind = {
  name: 'strong-soap',
  soapVersion: '1.2',
  missing: () => null,
  async connect(wsdl) {
    const client = await new Promise<Parameters<Parameters<typeof strong.soap.createClient>[2]>[1]>(
      (resolve, reject) => {
        strong.soap.createClient(wsdl, {}, (error, made) => (error ? reject(error) : resolve(made)))
      },
    )
    return {
      async call(operation, request) {
        const answer = await client[operation]?.(request).catch(asFault)
        return answer?.result?.[`${operation}Result`]
      },
      close() {},
    }
  },
}

function asFault(error: Error & StrongSoapError): never {
  const code = error.root?.Envelope?.Body?.Fault?.Code?.Value
  throw code === undefined ? error : new StackFault(code, error.message)
}
