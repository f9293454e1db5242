export { checkConfiguration } from './checker/check-configuration.ts'
export type { Finding, FindingCode, Severity } from './checker/finding.ts'
export type { Command, CommandType, Context, OpenWork } from './command.ts'
export { autoCloseTable } from './configuration/auto-close.ts'
export { checkChange } from './configuration/check-change.ts'
export type { Condition, Configuration } from './configuration/document.ts'
export { formatDuration, parseDuration } from './configuration/duration.ts'
export { mergeConfiguration } from './configuration/merge.ts'
export { organizationSettings } from './configuration/organization-settings.ts'
export { basePresences, INACTIVE_PRESENCE, presenceCatalog } from './configuration/presences.ts'
export { defaultQueueNames, queueCatalog } from './configuration/queue-settings.ts'
export { representativeCatalog } from './configuration/representative-settings.ts'
export { rowProblems } from './configuration/row-values.ts'
export {
  builtInTables,
  CUSTOMER_TABLE,
  type TableCatalog,
  type TableDefinition,
  tableCatalog,
} from './configuration/tables.ts'
export { type Validation, validateConfiguration } from './configuration/validate.ts'
export type { Problem } from './configuration/validation/problem.ts'
export { workstreamCatalog } from './configuration/workstream-settings.ts'
export { createRouter } from './create-router.ts'
export type * from './event.ts'
export type { Calendars, Intervals } from './hours/calendar.ts'
export { assignedTo, offerExpiresAt, offeredTo } from './items/holders.ts'
export type { PresentPerson } from './preview/present-people.ts'
export {
  type Preview,
  type PreviewedWay,
  type PreviewInput,
  type PreviewSubject,
  previewRouting,
} from './preview/preview-routing.ts'
export type * from './representative.ts'
export type * from './router.ts'
export type * from './vocabulary.ts'
export { systemActor } from './vocabulary.ts'
export type * from './work-item.ts'
export type { RouterInput } from './world/create-world.ts'
