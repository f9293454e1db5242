import type { FastifyBaseLogger } from 'fastify'
import type { Alerts } from '../analytics/alerts.ts'
import type { Figures } from '../analytics/figures.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { AccountStanding } from '../auth/account-standing.ts'
import type { Accounts } from '../auth/accounts.ts'
import type { ApiKeys } from '../auth/api-keys.ts'
import type { Authentication } from '../auth/authenticate.ts'
import type { BusinessUnits } from '../auth/business-units.ts'
import type { IdentifiedAccounts } from '../auth/identified-accounts.ts'
import type { Invitations } from '../auth/invitations.ts'
import type { LockOut } from '../auth/lock-out.ts'
import type { RoleHolders } from '../auth/role-holders.ts'
import type { Scopes } from '../auth/scopes.ts'
import type { Sessions } from '../auth/sessions.ts'
import type { SignInSettingsKeeper } from '../auth/sign-in-settings.ts'
import type { SingleSignOn } from '../auth/single-sign-on.ts'
import type { Bots } from '../channels/bots/bots.ts'
import type { CustomerChats } from '../channels/live-chat/customer-chats.ts'
import type { ShownNames } from '../channels/live-chat/shown-names.ts'
import type { Widgets } from '../channels/live-chat/widgets.ts'
import type { Engine } from '../engine/engine.ts'
import type { OperationAnswer } from '../engine/operations.ts'
import type { ConfigurationHistory } from '../history/configuration-history.ts'
import type { SharedSignals } from '../live/shared-signals.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Enabling } from '../provisioning/enabling.ts'
import type { Settings } from '../settings/settings.ts'
import type { Reading } from '../store/reading.ts'
import type { Reads } from '../store/reads.ts'
import type { Catalogs } from './catalogs.ts'

/** What the operations work with. */
export interface Services {
  readonly organizationId: string
  readonly engine: Engine
  readonly reads: Reads
  /** Remembers how far somebody has read a work item. */
  readonly saveReading: (reading: Reading) => Promise<void>
  readonly attachments: Attachments
  readonly chats: CustomerChats
  readonly shownNames: ShownNames
  readonly widgets: Widgets
  /** What is told in passing: somebody types, messages reach the customer. */
  readonly signals: SharedSignals
  readonly history: ConfigurationHistory
  /** The answer kept under an idempotency key, with the hash of the request that got it. */
  readonly keptAnswer: (
    key: string,
  ) => Promise<{ readonly requestHash: string; readonly answer: OperationAnswer } | null>
  readonly catalogs: () => Catalogs
  readonly figures: Figures
  readonly alerts: Alerts
  /** Who talks with customers before people do. */
  readonly bots: Bots
  readonly accounts: Accounts
  readonly enabling: Enabling
  readonly apiKeys: ApiKeys
  readonly invitations: Invitations
  readonly authentication: Authentication
  readonly accountStanding: AccountStanding
  readonly businessUnits: BusinessUnits
  readonly settings: Settings
  /** Who holds custom roles outside the configuration. */
  readonly roleHolders: RoleHolders
  /** How far callers see and act. */
  readonly scopes: Scopes
  /** Null: people sign in with e-mail and password only. */
  readonly singleSignOn: {
    readonly label: string
    readonly provider: SingleSignOn
    readonly accounts: IdentifiedAccounts
  } | null
  readonly sessions: Sessions
  readonly lockOut: LockOut
  /** Calls whenever something about the holder of a session or key was changed here: an account, or any (null). */
  readonly onHolderChanged: (listener: (accountId: string | null) => void) => () => void
  readonly signInSettings: SignInSettingsKeeper
  /** Null: this server sends no e-mail. */
  readonly mailer: Mailer | null
  readonly log: FastifyBaseLogger
  /** Where browsers reach this server, when that is set; null: wherever they say they do. */
  readonly publicOrigin: string | null
  /** Who changed what; operations add to it with `recordAudit`. */
  readonly audit: AuditLog
  /** Password of accounts that a new configuration calls for; null: an administrator sets one. */
  readonly newAccountPassword: () => Promise<string | null>
  /** The figures of this server, in the text format of Prometheus. */
  readonly metrics: () => Promise<string>
  readonly now: () => number
  readonly newId: () => string
  /** The OpenAPI document and its page, made once. */
  readonly documents: { readonly openApi: Readonly<Record<string, unknown>>; readonly page: string }
}
