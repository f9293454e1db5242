import type { Configuration, RecordType, Workstream } from '@unified-routing/routing'

/** The document with a workstream changed, or added. */
export function withWorkstream(configuration: Configuration, changed: Workstream): Configuration {
  const known = configuration.workstreams ?? []
  const at = known.findIndex(({ name }) => name === changed.name)
  return { ...configuration, workstreams: known.toSpliced(at < 0 ? known.length : at, at < 0 ? 0 : 1, changed) }
}

/** The document with a record type changed, or added. */
export function withRecordType(configuration: Configuration, changed: RecordType): Configuration {
  const known = configuration.recordTypes ?? []
  const at = known.findIndex(({ table }) => table === changed.table)
  return { ...configuration, recordTypes: known.toSpliced(at < 0 ? known.length : at, at < 0 ? 0 : 1, changed) }
}

export function workstreamIndex(configuration: Configuration, name: string): number {
  return (configuration.workstreams ?? []).findIndex((workstream) => workstream.name === name)
}

export function recordTypeIndex(configuration: Configuration, table: string): number {
  return (configuration.recordTypes ?? []).findIndex((type) => type.table === table)
}
