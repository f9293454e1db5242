import type { Bullseye } from '../assignment/bullseye.ts'
import type { CapacityProfileSettings } from '../configuration/capacity-profiles.ts'
import type { Configuration } from '../configuration/document.ts'
import type { OrganizationSettings } from '../configuration/organization-settings.ts'
import type { PresenceCatalog } from '../configuration/presences.ts'
import type { QueueSettings } from '../configuration/queue-settings.ts'
import type { RepresentativeSettings, SkillCatalog } from '../configuration/representative-settings.ts'
import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import type { Calendars } from '../hours/calendar.ts'
import type { DurationMs } from '../vocabulary.ts'
import type { Stages } from './compile-stages.ts'

/** One version of the configuration with every default in place, indexed by name. Never changed, only replaced. */
export interface Snapshot {
  readonly configuration: Configuration
  readonly version: number
  readonly calendars: Calendars
  readonly organization: OrganizationSettings
  readonly presences: PresenceCatalog
  readonly skills: SkillCatalog
  readonly capacityProfiles: ReadonlyMap<string, CapacityProfileSettings>
  readonly representatives: ReadonlyMap<string, RepresentativeSettings>
  readonly queues: ReadonlyMap<string, QueueSettings>
  readonly workstreams: ReadonlyMap<string, WorkstreamSettings>
  /** What rules read of each workstream. */
  readonly workstreamFacts: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Preferred representatives by contact, first choice first. */
  readonly preferred: ReadonlyMap<string, readonly string[]>
  /** Lookup columns and their target tables, by table. */
  readonly lookups: ReadonlyMap<string, readonly (readonly [column: string, target: string])[]>
  /** The bullseye playbook of each queue that has one. */
  readonly bullseyes: ReadonlyMap<string, Bullseye>
  /** How long it is remembered who served a customer; null: nothing asks. */
  readonly serviceRecencyMs: DurationMs | null
  readonly stages: Stages
}
