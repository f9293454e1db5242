export { checkConfiguration } from './checker/check-configuration.ts'
export type { Finding, FindingCode, Severity } from './checker/finding.ts'
export type { Announcement, Command, CommandType, Context, Moment, OpenWork } from './command.ts'
export { autoCloseTable } from './configuration/auto-close.ts'
export { checkChange } from './configuration/check-change.ts'
export { builtInRoles, isPersona, personaRoles, personas } from './configuration/custom-roles.ts'
export type {
  AssignmentMethod,
  AssignmentOrder,
  AssignmentRule,
  AssignmentRuleset,
  AutoClose,
  CapacityProfile,
  ClassificationRule,
  ClassificationRuleset,
  Column,
  Condition,
  Configuration,
  CustomRole,
  InQueueOverflow,
  OperatingHours,
  Operator,
  Organization,
  OverflowAction,
  OverflowRule,
  Persona,
  Playbook,
  PreferredRepresentatives,
  Presence,
  PrioritizationRule,
  Queue,
  RatingModel,
  RecordType,
  Representative,
  RouteToQueueRule,
  RouteToQueueRuleset,
  Row as DocumentRow,
  Skill,
  Table,
  UserGroup,
  Weekday,
  Workstream,
} from './configuration/document.ts'
export { formatDuration, parseDuration } from './configuration/duration.ts'
export { applyChanges, type Edit } from './configuration/editing/apply-changes.ts'
export type { ConfigurationChange, Renaming } from './configuration/editing/change.ts'
export { type FieldDifference, fieldDifferences } from './configuration/editing/difference.ts'
export {
  applyDifference,
  documentDifference,
  isToldByRows,
  type RowChange,
} from './configuration/editing/document-difference.ts'
export { type Reference, referencesTo } from './configuration/editing/name-references.ts'
export { reverseChanges } from './configuration/editing/reverse-changes.ts'
export { isListName, type ListName, rowName, rowNouns } from './configuration/editing/row-names.ts'
export { mergeConfiguration } from './configuration/merge.ts'
export { didYouMean } from './configuration/nearest.ts'
export { organizationSettings } from './configuration/organization-settings.ts'
export {
  beforeQueueActions,
  inQueueActions,
  type OverflowActionName,
  type OverflowTrigger,
  overflowTriggers,
} from './configuration/overflow-pairs.ts'
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
export { workstreamCatalog, workstreamFactTypes, workstreamSettings } from './configuration/workstream-settings.ts'
export { createRouter } from './create-router.ts'
export type * from './event.ts'
export type { Calendars, Intervals } from './hours/calendar.ts'
export { assignedTo, offerExpiresAt, offeredTo } from './items/holders.ts'
export {
  dispositionsOf,
  engagedBot,
  linkedRecord,
  monitorsUnseen,
  participantOf,
  participantsOf,
  versionShown,
} from './items/stages.ts'
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
export {
  operators,
  operatorsOf,
  operatorsWithDuration,
  operatorsWithList,
  operatorsWithoutValue,
} from './rules/operators.ts'
export { resolvePath } from './rules/path.ts'
export { isProblem, type ResolvedPath } from './rules/resolved-path.ts'
export { type RuleScope, type RuleScopes, ruleScopes } from './rules/scope.ts'
export { coerce, type ValueKind } from './rules/value.ts'
export type * from './vocabulary.ts'
export { systemActor } from './vocabulary.ts'
export type * from './work-item.ts'
export type { RouterInput } from './world/create-world.ts'
