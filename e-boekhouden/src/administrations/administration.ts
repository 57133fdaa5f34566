/** An administration that an accountant can reach. */
export type Administration = {
  company: string
  city: string
  /** To be passed to `openSessionSub`. */
  guid: string
  /** As the service writes it. */
  startOfBookYear: string
}
