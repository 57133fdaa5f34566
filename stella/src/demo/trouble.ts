import { type Books, eBoekhoudenAt, type OpenBooks, type Seal } from '@stella/bookkeeping'

/** What can be the matter on Stella's own side of the line; the sandbox plays what is on the other. */
export interface Trouble {
  /** Nothing gets through to e-Boekhouden.nl. */
  isOffline: boolean
  /** The codes cannot be opened: the key they were sealed with is not there. */
  isKeyMissing: boolean
}

/** The discard port of this machine, where nobody listens. */
const nowhere = 'http://127.0.0.1:9/soap.asmx'

/** Books that are out of reach as long as the trouble says so. */
export function openBooksWith(trouble: Trouble, openBooks: OpenBooks): OpenBooks {
  const openNowhere = eBoekhoudenAt(nowhere)
  return (codes) => {
    const there = openBooks(codes)
    const away = openNowhere(codes)
    return new Proxy<Books>(there, {
      get: (_target, name) => Reflect.get(trouble.isOffline && name !== 'close' ? away : there, name),
    })
  }
}

/** A seal that opens nothing as long as the trouble says so. */
export function sealWith(trouble: Trouble, seal: Seal): Seal {
  return {
    ...seal,
    open: (...secret) => {
      if (trouble.isKeyMissing) throw new Error('The key is not there.')
      return seal.open(...secret)
    },
  }
}
