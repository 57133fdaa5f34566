/** What a program needs to link to one administration of the sandbox. */
export interface AdministrationAccess {
  /** Names the administration in `books`, `faults` and the control API. */
  guid: string
  company: string
  /** «Gebruikersnaam» */
  username: string
  /** «Beveiligingscode 1»: changes with the password. */
  code1: string
  /** «Beveiligingscode 2» */
  code2: string
}

export interface NewAdministration {
  company?: string
  city?: string
  /** Drawn when absent, like the codes. */
  username?: string
  code1?: string
  code2?: string
  /** An accountant may open sessions for the administrations in `clients` with `OpenSessionSub`. */
  accountant?: boolean
  /** The guids of the administrations an accountant may open. */
  clients?: string[]
  /** Filled as if it was kept by hand for years: 30,000 mutations and 8,000 relations, as `usedBooks` says. */
  used?: boolean
}

/** What of an administration may be changed from outside the SOAP service. */
export interface AdministrationChange {
  company?: string
  city?: string
  /** Other codes for the same books. Open sessions go on with the code 2 they were opened with. */
  username?: string
  code1?: string
  code2?: string
  accountant?: boolean
  clients?: string[]
  /** False: the user has lost the right to use the link, `E001.5`. */
  permission?: boolean
  /** True: the subscription has ended, no administration is found, `E001.2`. */
  ended?: boolean
  /** Every date up to and including this one is closed, `CMUT020`; `null` opens all of them. */
  closedThrough?: string | null
  /** How many GetMutaties calls were made in this month, of `mutationCallsPerMonth`. */
  mutationCalls?: number
}
