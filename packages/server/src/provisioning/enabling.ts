import { consentScopes, type LicenceName } from '@unified-routing/contract'
import type { Channel } from '@unified-routing/routing'
import type { Engine } from '../engine/engine.ts'
import { insertConsent, listConsents, revokeStoredConsent, type StoredConsent } from '../store/consents.ts'
import { readLease } from '../store/lease.ts'
import {
  listChannelSettings,
  listLicences,
  type StoredChannel,
  type StoredLicence,
  storeChannelSetting,
  storeLicence,
} from '../store/licences.ts'
import { countOpenWork, countOpenWorkByChannel, hasWork, type OpenWorkCounts } from '../store/open-work.ts'
import { lastBeat, readLatestRun, type StoredRun } from '../store/provisioning-runs.ts'
import { missingMigrations } from '../store/schema-state.ts'
import type { Store } from '../store/store.ts'
import type { StoredAdmission } from './admission.ts'
import type { InstallationFacts } from './prerequisites.ts'
import type { Provisioner } from './provisioner.ts'

/** A runner that has said nothing for longer is taken for dead. */
const BEAT_MAX_MS = 30_000

/** All that decides whether work is routed here: consent, licences, channels, provisioning. */
export interface Enabling {
  readonly provisioner: Provisioner
  readonly admission: StoredAdmission
  facts(): Promise<InstallationFacts>
  run(): Promise<StoredRun | null>
  openWork(): Promise<OpenWorkCounts>
  openWorkByChannel(): Promise<ReadonlyMap<string, number>>
  /** Whether anything was ever routed. */
  hasWork(): Promise<boolean>
  /** Latest first, the one in force before the others. */
  consents(): Promise<readonly StoredConsent[]>
  /** Answers false when one was in force already. */
  consent(by: string): Promise<boolean>
  /** Answers false when there was no consent in force. */
  revoke(by: string): Promise<boolean>
  licences(): Promise<readonly StoredLicence[]>
  channels(): Promise<readonly StoredChannel[]>
  /** These two answer whether it changed anything. */
  setLicence(licence: LicenceName, granted: boolean, by: string): Promise<boolean>
  setChannel(channel: Channel, enabled: boolean, by: string): Promise<boolean>
}

interface EnablingOptions {
  readonly organizationId: string
  readonly store: Store
  readonly engine: Engine
  readonly admission: StoredAdmission
  readonly provisioner: Provisioner
  readonly supportContact: string
  readonly now: () => number
  readonly newId: () => string
}

export function createEnabling(options: EnablingOptions): Enabling {
  const { organizationId, store, admission, provisioner, now, newId } = options
  return {
    provisioner,
    admission,
    facts: () => readFacts(options),
    run: () => readLatestRun(store, organizationId),
    openWork: () => countOpenWork(store, organizationId),
    openWorkByChannel: () => countOpenWorkByChannel(store, organizationId),
    hasWork: () => hasWork(store, organizationId),
    consents: () => listConsents(store, organizationId),
    consent: (by) =>
      insertConsent(store, {
        organizationId,
        id: newId(),
        scopes: Object.keys(consentScopes),
        grantedBy: by,
        grantedAt: now(),
      }),
    revoke: (by) => revokeStoredConsent(store, { organizationId, revokedBy: by, revokedAt: now() }),
    licences: () => listLicences(store, organizationId),
    channels: () => listChannelSettings(store, organizationId),
    async setLicence(licence, granted, by) {
      const isChanged = await storeLicence(store, { organizationId, name: licence, granted, now: now(), by })
      await admission.reload()
      return isChanged
    },
    async setChannel(channel, enabled, by) {
      const isChanged = await storeChannelSetting(store, { organizationId, channel, enabled, now: now(), by })
      await admission.reload()
      return isChanged
    },
  }
}

const licenceNames = ['customerServiceEnterprise', 'digitalMessaging', 'voice'] as const

async function readFacts(options: EnablingOptions): Promise<InstallationFacts> {
  const { organizationId, store, admission, supportContact } = options
  const [consents, missing, missingServices] = await Promise.all([
    listConsents(store, organizationId),
    missingMigrations(store),
    servicesThatDoNotRun(options),
  ])
  return {
    hasConsent: consents.some(({ revokedAt }) => revokedAt === null),
    licences: licenceNames.filter((name) => admission.isGranted(name)),
    missingServices,
    missingMigrations: missing,
    supportContact,
  }
}

async function servicesThatDoNotRun({ organizationId, store, engine, now }: EnablingOptions): Promise<string[]> {
  const [lease, beatAt] = await Promise.all([readLease(store, organizationId), lastBeat(store, organizationId)])
  const routes = engine.router() !== null || (lease !== null && lease.expiresAt > now())
  const jobsRun = now() - beatAt <= BEAT_MAX_MS
  return [...(routes ? [] : ['the router']), ...(jobsRun ? [] : ['the job runner'])]
}
