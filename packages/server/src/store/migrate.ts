import { type Migration, Migrator } from 'kysely/migration'
import { StartupError } from '../startup-error.ts'
import { migration as foundation } from './migrations/0001-foundation.ts'
import { migration as signIn } from './migrations/0100-sign-in.ts'
import { migration as auditLog } from './migrations/0200-audit-log.ts'
import { migration as configurationHistory } from './migrations/0201-configuration-history.ts'
import { migration as versionSequence } from './migrations/0202-version-sequence.ts'
import { migration as accountStanding } from './migrations/0300-account-standing.ts'
import { migration as enabling } from './migrations/0310-enabling.ts'
import { migration as journalPartitions } from './migrations/0320-journal-partitions.ts'
import { migration as invitations } from './migrations/0400-invitations.ts'
import { migration as signInSafety } from './migrations/0401-sign-in-safety.ts'
import { migration as businessUnits } from './migrations/0500-business-units.ts'
import { migration as businessUnitOfWork } from './migrations/0510-business-unit-of-work.ts'
import { migration as settings } from './migrations/0520-settings.ts'
import { migration as ruleUsage } from './migrations/0521-rule-usage.ts'
import { migration as messages } from './migrations/0600-messages.ts'
import { migration as channelData } from './migrations/0601-channel-data.ts'
import { migration as customerStreams } from './migrations/0602-customer-streams.ts'
import { migration as reading } from './migrations/0630-reading.ts'
import { migration as participants } from './migrations/0640-participants.ts'
import { migration as figures } from './migrations/0660-figures.ts'
import { migration as alerts } from './migrations/0661-alerts.ts'
import { migration as botDialogs } from './migrations/0700-bot-dialogs.ts'
import { migration as customerChats } from './migrations/0710-customer-chats.ts'
import { migration as figuresByUnit } from './migrations/0720-figures-by-unit.ts'
import { migration as documentsAsText } from './migrations/0730-documents-as-text.ts'
import { migration as rowsByKey } from './migrations/0731-rows-by-key.ts'
import { migration as retention } from './migrations/0740-retention.ts'
import { migration as auditRequest } from './migrations/0760-audit-request.ts'
import { migration as journalRows } from './migrations/0800-journal-rows.ts'
import { migration as workItemIndexes } from './migrations/0801-work-item-indexes.ts'
import { migration as journalSteps } from './migrations/0810-journal-steps.ts'
import { migration as documentsAreText } from './migrations/0820-documents-are-text.ts'
import { migration as workItemChecks } from './migrations/0840-work-item-checks.ts'
import { migration as commitNumber } from './migrations/0850-commit-number.ts'
import type { Store } from './store.ts'

/** In order of their numbers. A migration that has been released is never edited. Each part of the product
 * numbers its own: 0100 and above are of sign-in, 0200 of the history of changes, 0300 of enabling, 0400 of security,
 * 0500 of business units, 0520 of administration, 0600 of conversations, 0630 of the workspace, 0640 of the
 * conversation panel, 0660 of the figures of supervisors, 0710 of the chats of customers, 0730 of speed,
 * 0760 of operations, 0800 of what is stored for each step of work, 0820 of work items among it, 0840 of
 * what a commit costs, 0850 of the order of commits. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0100-sign-in': signIn,
  '0200-audit-log': auditLog,
  '0201-configuration-history': configurationHistory,
  '0202-version-sequence': versionSequence,
  '0300-account-standing': accountStanding,
  '0400-invitations': invitations,
  '0401-sign-in-safety': signInSafety,
  '0500-business-units': businessUnits,
  '0510-business-unit-of-work': businessUnitOfWork,
  '0520-settings': settings,
  '0521-rule-usage': ruleUsage,
  '0630-reading': reading,
  '0640-participants': participants,
  '0600-messages': messages,
  '0601-channel-data': channelData,
  '0602-customer-streams': customerStreams,
  '0310-enabling': enabling,
  '0320-journal-partitions': journalPartitions,
  '0660-figures': figures,
  '0661-alerts': alerts,
  '0700-bot-dialogs': botDialogs,
  '0710-customer-chats': customerChats,
  '0720-figures-by-unit': figuresByUnit,
  '0730-documents-as-text': documentsAsText,
  '0731-rows-by-key': rowsByKey,
  '0740-retention': retention,
  '0760-audit-request': auditRequest,
  '0800-journal-rows': journalRows,
  '0801-work-item-indexes': workItemIndexes,
  '0810-journal-steps': journalSteps,
  '0820-documents-are-text': documentsAreText,
  '0840-work-item-checks': workItemChecks,
  '0850-commit-number': commitNumber,
}

/** What a database must have seen for this release to work on it. */
export const neededMigrations: readonly string[] = Object.keys(migrations)

/** Brings the schema up to date. Of several servers starting at once, one migrates and the others wait for it. */
export async function migrate({ db }: Store): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    // The parts number their own, so a lower number may come later.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  const reason = error instanceof Error ? error.message : String(error)
  throw new StartupError(
    `The database schema could not be brought up to date (${reason}): use the release that wrote it or a newer one.`,
    { cause: error },
  )
}
