/** What somebody who runs Stella should see of the engine. Fields never hold a code, a password or a session. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
