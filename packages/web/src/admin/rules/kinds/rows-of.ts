import type { Configuration, RecordType, Workstream } from '@unified-routing/routing'

/** The document with a workstream changed. */
export function withWorkstream(configuration: Configuration, changed: Workstream): Configuration {
  const workstreams = (configuration.workstreams ?? []).map((known) => (known.name === changed.name ? changed : known))
  return { ...configuration, workstreams }
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
