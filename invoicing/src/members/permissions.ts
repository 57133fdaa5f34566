/** What somebody may be to an organization, from the one who may all to the one who only looks. */
export const roles = ['owner', 'member', 'bookkeeper', 'viewer'] as const
export type Role = (typeof roles)[number]

/**
 * What each role may do, and the one table of it: the API refuses by it and the screens show it. A support desk has no
 * role here: it belongs to no organization. Why these: docs/decisions/043.
 */
export const permissionTable = {
  /** Everything that is only looked at, colleagues included. */
  read: ['owner', 'member', 'bookkeeper', 'viewer'],
  /** Drafts, final invoices, credit notes, their mails and links. */
  invoices: ['owner', 'member'],
  /** Customers and products. A bookkeeper mends there what the books refused. */
  registers: ['owner', 'member', 'bookkeeper'],
  /** On which accounts is booked, and what failed in the books: offering it again, testing the link. */
  bookings: ['owner', 'bookkeeper'],
  /** Asking the support for help, which lets it look at what is asked about. */
  help: ['owner', 'member', 'bookkeeper'],
  /** Whole lists at once, as a file. */
  exports: ['owner', 'bookkeeper'],
  /** The business itself: what stands on invoices, the bank account, numbering, mail. */
  settings: ['owner'],
  /** The link with the books, and its codes. */
  connection: ['owner'],
  /** Who works here, and in which role. */
  members: ['owner'],
  /** Keys of programs. */
  keys: ['owner'],
  /** Who changed what lets others in or moves money. */
  audit: ['owner'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissionTable
export const permissions = Object.keys(permissionTable) as Permission[]

/** Whether somebody in this role may do this. */
export function mayRole(role: Role, permission: Permission): boolean {
  return rolesWith(permission).includes(role)
}

/** All that somebody in this role may do. */
export function permissionsOf(role: Role): Permission[] {
  return permissions.filter((permission) => mayRole(role, permission))
}

/** Who may do this. */
export function rolesWith(permission: Permission): readonly Role[] {
  return permissionTable[permission]
}

/** The role that these letters are; null where they are none, as after a change by hand. */
export function readRole(role: string | null): Role | null {
  return roles.find((known) => known === role) ?? null
}

/** What a key of a program is made for. */
export const keyScopes = ['read', 'write'] as const
export type KeyScope = (typeof keyScopes)[number]

/**
 * A key that leaks must not let anybody in further: no key makes keys, gives roles, touches the codes, or lets the support
 * look.
 */
const ofPeopleAlone: readonly Permission[] = ['help', 'connection', 'members', 'keys', 'audit']

/** Changes nothing. */
const ofReading: readonly Permission[] = ['read', 'exports']

/** All that a key may do: never more than the person whose key it is. */
export function permissionsOfKey(role: Role, scope: KeyScope): Permission[] {
  return permissionsOf(role).filter((permission) =>
    scope === 'read' ? ofReading.includes(permission) : !ofPeopleAlone.includes(permission),
  )
}
