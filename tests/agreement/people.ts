import { auditActions, auditActors, auditFindings, installationActors } from '@stella/database'
import { keyScopes, permissions, roles } from '@stella/invoicing'
import { secondFactorReasons } from '../../api/src/http/second-factor.ts'
import type { Agreement } from './agreement.ts'
import { enumOf, inTexts } from './places.ts'

/** Of who works for an organization, what they may, and what is written down about it. */
export const peopleAgreements: Readonly<Record<string, Agreement>> = {
  'actions in the audit': {
    words: auditActions,
    places: {
      ...inTexts((texts) => texts.screens.audit.actions),
      'the API, AuditEntry.action': () => enumOf('AuditEntry.action'),
    },
  },
  'who acted in the audit': {
    words: auditActors,
    places: { 'the API, AuditEntry.actor.kind': () => enumOf('AuditEntry.actor.kind') },
    columns: ['audit_entries.actor_kind'],
  },
  'who acted in the audit of the installation': {
    words: installationActors,
    places: {},
    columns: ['installation_audit.actor_kind'],
  },
  'findings in the audit': {
    words: auditFindings,
    places: inTexts((texts) => texts.program.commands.auditFindings),
  },
  'roles of members': {
    words: roles,
    places: {
      ...inTexts((texts) => texts.screens.members.roles),
      'the API, Role': () => enumOf('Role'),
    },
    columns: ['accounts.member.role', 'accounts.invitation.role'],
  },
  'rights of roles': {
    words: permissions,
    places: {
      ...inTexts((texts) => texts.screens.permissions),
      'the API, Permission': () => enumOf('Permission'),
    },
  },
  'why a second factor is needed': {
    words: secondFactorReasons,
    places: {
      ...inTexts((texts) => texts.screens.account.secondFactorNeeded),
      'the API, SecondFactorReason': () => enumOf('SecondFactorReason'),
    },
  },
  'states of an invitation': {
    words: ['pending', 'accepted', 'canceled'],
    places: {},
    columns: ['accounts.invitation.status'],
  },
  'scopes of keys': {
    words: keyScopes,
    places: {
      ...inTexts((texts) => texts.screens.apiKeys.scopes),
      'the API, ApiKey.scope': () => enumOf('ApiKey.scope'),
    },
    columns: ['accounts.api_key.scope'],
  },
}
