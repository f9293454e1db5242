import { type RuleScopes, ruleScopes } from '../../rules/scope.ts'
import type { QueueType } from '../../vocabulary.ts'
import { presenceCatalog } from '../presences.ts'
import { defaultQueueNames } from '../queue-settings.ts'
import { type RatingScale, roleNames, type SkillCatalog, skillCatalog } from '../representative-settings.ts'
import { type TableCatalog, tableCatalog } from '../tables.ts'
import { sketch } from './sketch.ts'
import { queueTypes } from './words.ts'

/** What a document defines, read leniently before validation, so that references can be checked on the way. */
export interface Names {
  readonly tables: TableCatalog
  /** Those of the product, and custom ones. */
  readonly roles: ReadonlySet<string>
  readonly representatives: ReadonlySet<string>
  readonly skillTypes: ReadonlySet<string>
  readonly ratingModels: ReadonlyMap<string, RatingScale>
  readonly skills: SkillCatalog
  readonly capacityProfiles: ReadonlySet<string>
  readonly presences: ReadonlySet<string>
  readonly operatingHours: ReadonlySet<string>
  readonly userGroups: ReadonlyMap<string, readonly string[]>
  /** Those of the system included; the type is null when it is missing or misspelt. */
  readonly queues: ReadonlyMap<string, QueueType | null>
  readonly workstreams: ReadonlyMap<string, { readonly type: QueueType | null; readonly table: string | null }>
  readonly scopes: RuleScopes
}

export function namesOf(input: unknown): Names {
  const document = sketch(input)
  const defaultQueues = queueTypes.map((type) => [defaultQueueNames[type], type] as const)
  return {
    tables: tableCatalog(document.tables),
    roles: new Set([...roleNames, ...document.customRoles.map(({ name }) => name)]),
    representatives: new Set(document.representatives.map(({ name }) => name)),
    skillTypes: new Set(document.skillTypes),
    ratingModels: new Map(document.ratingModels.map(({ name, min, max }) => [name, { min, max }])),
    skills: skillCatalog(document),
    capacityProfiles: new Set(document.capacityProfiles.map(({ name }) => name)),
    presences: new Set(presenceCatalog(document.presences).keys()),
    operatingHours: new Set(document.operatingHours.map(({ name }) => name)),
    userGroups: new Map(document.userGroups.map(({ name, queues: attached = [] }) => [name, attached])),
    queues: new Map([...defaultQueues, ...document.queueTypes]),
    workstreams: new Map(
      document.workstreams.map(({ name, table }) => [
        name,
        { type: document.workstreamTypes.get(name) ?? null, table: table ?? null },
      ]),
    ),
    scopes: ruleScopes(document),
  }
}
