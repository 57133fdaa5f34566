import { type Client, createClient, type Mutation, type Relation } from '@stella/e-boekhouden'

/** The codes of the sandbox's first administration in tests that look into its books over SOAP. */
export const knownCodes = {
  SANDBOX_USERNAME: 'proefbedrijf',
  SANDBOX_CODE1: '0123456789abcdef0123456789abcdef',
  SANDBOX_CODE2: '{6F1C2A44-9B7E-4D53-8E21-7A9C0D5B3E11}',
}

/** The three codes as the API of Stella takes them. */
export const connectionCodes = {
  username: knownCodes.SANDBOX_USERNAME,
  securityCode1: knownCodes.SANDBOX_CODE1,
  securityCode2: knownCodes.SANDBOX_CODE2,
}

export interface Books {
  mutations(invoiceNumber?: string): Promise<Mutation[]>
  relations(): Promise<Relation[]>
  close(): Promise<void>
}

/** The books of the sandbox as any other program sees them: over SOAP, with the codes. */
export function openBooks(sandboxUrl: string): Books {
  const client: Client = createClient({
    url: new URL('/soap.asmx', sandboxUrl).href,
    credentials: connectionCodes,
  })
  return {
    mutations: (invoiceNumber) => client.getMutations(invoiceNumber === undefined ? {} : { invoiceNumber }),
    relations: () => client.getRelations({}),
    close: async () => {
      await client.close()
    },
  }
}
