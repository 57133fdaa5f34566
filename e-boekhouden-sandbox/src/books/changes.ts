import type { Settings } from '../handle/settings.ts'
import type {
  Administration,
  Article,
  CostCenter,
  Invoice,
  LedgerAccount,
  Mutation,
  Relation,
} from './administration.ts'

export type AdministrationFields = Pick<
  Administration,
  | 'company'
  | 'city'
  | 'username'
  | 'code1'
  | 'code2'
  | 'accountant'
  | 'clients'
  | 'permission'
  | 'ended'
  | 'closedThrough'
  | 'templates'
>

export interface Session {
  id: string
  administration: string
  /** The code 2 every call of the session must carry. */
  code2: string
  username: string
  source: string
  /** Instants, ISO. */
  openedAt: string
  usedAt: string
  closed: boolean
}

/** ISO. Books that were kept before changes had one lack it; what they replaced is then not remembered. */
type Instant = string

/** Everything that can happen to the books. What is kept on disk is a list of these. */
export type Change =
  | { kind: 'administration_added'; administration: Administration }
  | { kind: 'administration_changed'; guid: string; fields: Partial<AdministrationFields> }
  | { kind: 'ledger_account_saved'; guid: string; account: LedgerAccount; at?: Instant }
  | { kind: 'ledger_account_removed'; guid: string; accountId: number; at: Instant }
  | { kind: 'relation_saved'; guid: string; relation: Relation; at?: Instant }
  | { kind: 'relation_removed'; guid: string; relationId: number; at?: Instant }
  | { kind: 'mutation_booked'; guid: string; mutation: Mutation }
  | { kind: 'mutation_changed'; guid: string; mutation: Mutation; at: Instant }
  | { kind: 'mutation_removed'; guid: string; number: number; at: Instant }
  | { kind: 'invoice_saved'; guid: string; invoice: Invoice }
  | { kind: 'article_saved'; guid: string; article: Article }
  | { kind: 'cost_center_saved'; guid: string; costCenter: CostCenter }
  | { kind: 'mutation_calls_counted'; guid: string; month: string; calls: number }
  | { kind: 'session_opened'; session: Session }
  | { kind: 'session_used'; id: string; at: string }
  | { kind: 'session_closed'; id: string }
  | { kind: 'settings_changed'; settings: Partial<Settings> }
