/** Long enough for any browser to have begun; the address holds the whole file until then. */
const KEPT_MS = 60_000

/** Has the browser save what came as the answer to a request, under the name that the API gave it. */
export function saveFile(content: unknown, response: Response): void {
  if (!(content instanceof Blob)) return
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name ?? 'stella'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
