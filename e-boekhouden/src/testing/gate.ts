/** Something that happens when the test says so, and not after some time. */
export type Gate = { opened: Promise<void>; open(): void }

export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}
