// The package has no types of its own; these are of what is used here.
declare module 'strong-soap' {
  interface Client {
    readonly [operation: string]: (request: object) => Promise<{ result?: Record<string, unknown> }>
  }
  export const soap: {
    createClient(wsdl: string, options: object, done: (error: Error | null, client: Client) => void): void
  }
}
