import type { OperationName } from '@stella/e-boekhouden'
import type { Elements } from '../scenario/step.ts'

/** A SOAP client that we did not write, made from the WSDL of a sandbox. */
export interface Stack {
  /** Resolves with what stands in the operation's result element, in whatever shape the client gives it; rejects with
   * a `StackFault`, or with what the client throws of itself. */
  call(operation: OperationName, request: Elements): Promise<unknown>
  close(): void
}

export interface StackKind {
  name: string
  soapVersion: '1.1' | '1.2'
  /** Why it cannot be tried on this machine; `null` when it can. */
  missing(): string | null
  /** @param wsdl the address of the WSDL, with `?WSDL` */
  connect(wsdl: string): Promise<Stack>
}

/** The service answered with a SOAP fault. */
export class StackFault extends Error {
  readonly who: 'client' | 'server' | 'other'

  /** @param code `soap:Client` as SOAP 1.1 writes it, `soap:Sender` as 1.2 does */
  constructor(code: string, text: string) {
    super(text)
    this.name = 'StackFault'
    const name = code.replace(/^.*:/, '')
    this.who = /^(Client|Sender)$/.test(name)
      ? 'client'
      : /^(Server|Receiver)$/.test(name)
        ? 'server'
        : 'other'
  }
}
