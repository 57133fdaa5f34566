/**
 * What the client uses of a standard `AbortSignal`, which is one of these. Written out, so that the types can be
 * read where neither the library of browsers nor that of Node is loaded.
 */
export type AbortSignalLike = {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
