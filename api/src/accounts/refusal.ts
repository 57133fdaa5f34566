/** Whether better-auth refused something with this code. */
export function isRefusal(error: unknown, code: string): boolean {
  if (typeof error !== 'object' || error === null || !('body' in error)) return false
  const { body } = error
  return typeof body === 'object' && body !== null && 'code' in body && body.code === code
}
