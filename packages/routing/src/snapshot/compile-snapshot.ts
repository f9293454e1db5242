import { compileBullseyes } from '../assignment/bullseye.ts'
import { longestRecency } from '../assignment/served-customers.ts'
import { capacityProfileCatalog } from '../configuration/capacity-profiles.ts'
import type { Configuration } from '../configuration/document.ts'
import { organizationSettings } from '../configuration/organization-settings.ts'
import { presenceCatalog } from '../configuration/presences.ts'
import { queueCatalog } from '../configuration/queue-settings.ts'
import { representativeCatalog, skillCatalog } from '../configuration/representative-settings.ts'
import { type TableDefinition, tableCatalog } from '../configuration/tables.ts'
import { workstreamCatalog, workstreamFacts } from '../configuration/workstream-settings.ts'
import type { Calendars } from '../hours/calendar.ts'
import { compileStages } from './compile-stages.ts'
import type { Snapshot } from './snapshot.ts'

/** Resolves a valid configuration once, so that decisions read settings without defaults or lookups by list. */
export function compileSnapshot(input: {
  readonly configuration: Configuration
  readonly calendars: Calendars
  readonly version: number
}): Snapshot {
  const { configuration, calendars, version } = input
  const workstreams = workstreamCatalog(configuration)
  return {
    configuration,
    version,
    calendars,
    organization: organizationSettings(configuration.organization),
    presences: presenceCatalog(configuration.presences),
    skills: skillCatalog(configuration),
    capacityProfiles: capacityProfileCatalog(configuration.capacityProfiles),
    representatives: representativeCatalog(configuration),
    queues: queueCatalog(configuration),
    workstreams,
    workstreamFacts: new Map(Array.from(workstreams, ([name, settings]) => [name, workstreamFacts(settings)])),
    preferred: new Map(
      configuration.preferredRepresentatives?.map(({ contact, representatives }) => [contact, representatives]),
    ),
    lookups: new Map(
      Array.from(tableCatalog(configuration.tables).values(), (table) => [table.name, lookupsOf(table)]),
    ),
    bullseyes: compileBullseyes(configuration),
    serviceRecencyMs: longestRecency(configuration),
    stages: compileStages(configuration),
  }
}

function lookupsOf(table: TableDefinition): readonly (readonly [column: string, target: string])[] {
  return [...table.columns.values()].flatMap(({ name, type, target }) =>
    type === 'lookup' && target !== undefined ? [[name, target] as const] : [],
  )
}
