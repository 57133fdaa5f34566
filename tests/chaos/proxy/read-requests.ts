/** One request as it stood on the wire, and the operation of the service it calls. */
export type WireRequest = { readonly bytes: Buffer; readonly operation: string }

/** Gathers the bytes of one connection and gives each request once it is whole. */
export function requestReader(): (chunk: Buffer) => WireRequest[] {
  let gathered: Buffer = Buffer.alloc(0)
  return (chunk) => {
    gathered = Buffer.concat([gathered, chunk])
    const requests: WireRequest[] = []
    for (let length = lengthOf(gathered); length !== null; length = lengthOf(gathered)) {
      if (gathered.length < length) break
      const bytes = gathered.subarray(0, length)
      requests.push({ bytes, operation: operationOf(bytes) })
      gathered = gathered.subarray(length)
    }
    return requests
  }
}

/** Of the first request, head and body; null while its head is not there. The client names every length. */
function lengthOf(bytes: Buffer): number | null {
  const end = bytes.indexOf(endOfHead)
  if (end < 0) return null
  const [, length = '0'] = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, end)) ?? []
  return end + endOfHead.length + Number(length)
}

const endOfHead = '\r\n\r\n'

function operationOf(bytes: Buffer): string {
  const [, operation = ''] = /\r\nsoapaction: *"[^"]*\/(\w+)"/i.exec(bytes.toString('latin1')) ?? []
  return operation
}
