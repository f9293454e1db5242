import type { Configuration } from './document.ts'

/** A capacity profile with every default in place. */
export interface CapacityProfileSettings {
  readonly name: string
  readonly limit: number
  readonly reset: 'immediate' | 'endOfDay'
  readonly blocking: boolean
}

export function capacityProfileCatalog(
  profiles: Configuration['capacityProfiles'],
): ReadonlyMap<string, CapacityProfileSettings> {
  return new Map(
    profiles?.map(({ name, limit, reset = 'immediate', blocking = false }) => [name, { name, limit, reset, blocking }]),
  )
}
