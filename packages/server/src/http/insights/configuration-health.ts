import type { AdminPlace, HealthFinding } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { configurationFindings } from '../configuration-findings.ts'

const places: Readonly<Record<string, { readonly place: AdminPlace; readonly label: string }>> = {
  queues: { place: 'queues', label: 'Open the queue' },
  workstreams: { place: 'workstreams', label: 'Open the workstream' },
  recordTypes: { place: 'recordRouting', label: 'Open record routing' },
  representatives: { place: 'users', label: 'Open the user' },
  capacityProfiles: { place: 'capacityProfiles', label: 'Open the capacity profile' },
  skills: { place: 'skills', label: 'Open the skill' },
  operatingHours: { place: 'operatingHours', label: 'Open the operating hours' },
  presences: { place: 'presences', label: 'Open the presence' },
}

/** What the checker of configurations finds, each with the place where it is mended. */
export function configurationHealth(document: Configuration, now: number): HealthFinding[] {
  return configurationFindings(document, now).map(({ code, severity, path, message, remedy }) => {
    const [, list = '', index = ''] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? []
    const { place, label } = places[list] ?? { place: 'configuration', label: 'Open the configuration' }
    return {
      code,
      severity,
      source: 'configuration',
      title: message,
      detail: remedy,
      reasons: {},
      fix: { kind: 'open', label, place, name: nameIn(document, list, Number(index)) },
    }
  })
}

function nameIn(document: Configuration, list: string, index: number): string | null {
  const rows: unknown = Object.entries(document).find(([key]) => key === list)?.[1]
  const row: unknown = Array.isArray(rows) ? rows[index] : null
  if (typeof row !== 'object' || row === null) return null
  const name = 'name' in row ? row.name : 'table' in row ? row.table : null
  return typeof name === 'string' ? name : null
}
