import type { DurationMs } from '../vocabulary.ts'
import { type AutoCloseTable, autoCloseTable } from './auto-close.ts'
import type { Configuration } from './document.ts'
import { durationMs } from './duration.ts'

/** The organization's settings with every default in place. */
export interface OrganizationSettings {
  readonly name: string
  readonly timeZone: string
  readonly declineLimit: number
  readonly declinersBeforeParking: number
  readonly missedOfferPresence: boolean
  readonly rejectedOfferPresence: boolean
  readonly reconnectWindowMs: DurationMs
  readonly sessionLimit: number
  readonly preferredRepresentative: {
    readonly enabled: boolean
    readonly whenUnavailable: 'nextBest' | 'leaveInQueue'
  }
  readonly autoClose: AutoCloseTable
  readonly representativeTransfer: boolean
}

const DEFAULT_TIME_ZONE = 'UTC'

export function organizationSettings(organization: Configuration['organization']): OrganizationSettings {
  return {
    name: organization?.name ?? 'Organization',
    timeZone: organization?.timeZone ?? DEFAULT_TIME_ZONE,
    declineLimit: organization?.declineLimit ?? 3,
    declinersBeforeParking: organization?.declinersBeforeParking ?? 100,
    missedOfferPresence: organization?.missedOfferPresence ?? false,
    rejectedOfferPresence: organization?.rejectedOfferPresence ?? false,
    reconnectWindowMs: durationMs(organization?.reconnectWindow ?? '150s'),
    sessionLimit: organization?.sessionLimit ?? 10,
    preferredRepresentative: {
      enabled: organization?.preferredRepresentative?.enabled ?? false,
      whenUnavailable: organization?.preferredRepresentative?.whenUnavailable ?? 'nextBest',
    },
    autoClose: autoCloseTable(organization),
    representativeTransfer: organization?.representativeTransfer ?? true,
  }
}
