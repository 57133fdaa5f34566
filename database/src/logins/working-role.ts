/** What Stella works as: each role has rights of its own, in src/roles/expected-grants.ts, and logins of its own. */
export const workingRoles = [
  'stella_app',
  'stella_worker',
  'stella_support',
  'stella_accounts',
  'stella_mail',
] as const

export type WorkingRole = (typeof workingRoles)[number]

/** Whether a user of the server is a login of the role: it has the role's name and something after it. */
export function isLoginOf(role: WorkingRole, user: string): boolean {
  return user.startsWith(`${role}_`)
}
