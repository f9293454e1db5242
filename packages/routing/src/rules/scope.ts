import type { Configuration } from '../configuration/document.ts'
import { representativeFields } from '../configuration/representative-settings.ts'
import { type TableCatalog, tableCatalog } from '../configuration/tables.ts'

/** What the paths of a condition may name, by the kind of rule it stands in.
 *
 * `intake` reads `record.…`; `item` reads `item.…`; `assignment` reads `item.…` and, on the left, `representative.…`. */
export interface RuleScope {
  readonly kind: 'intake' | 'item' | 'assignment'
  /** Table of the record; null: the rule sees records of several tables. */
  readonly table: string | null
  readonly tables: TableCatalog
  readonly contextVariables: ReadonlyMap<string, 'text' | 'number'>
  /** The type of each skill, for `exactMatch` within one type. */
  readonly skillTypes: ReadonlyMap<string, string>
  /** Columns that some representative has; null: there is nobody yet to tell. */
  readonly representativeColumns: ReadonlySet<string> | null
}

/** The scopes of one configuration, sharing their catalogs. */
export interface RuleScopes {
  /** Intake rules of a record type. */
  intake(table: string): RuleScope
  /** Classification and route-to-queue rules of a workstream. */
  workstream(name: string): RuleScope
  /** Prioritization, selection criteria and playbooks: items of any workstream. */
  readonly anyItem: RuleScope
  /** Assignment rules: an item of any workstream and a representative. */
  readonly assignment: RuleScope
}

export function ruleScopes(
  configuration: Pick<Configuration, 'tables' | 'workstreams' | 'skills' | 'representatives'>,
): RuleScopes {
  const workstreams = new Map(configuration.workstreams?.map((workstream) => [workstream.name, workstream]))
  const every = (configuration.workstreams ?? []).flatMap(({ contextVariables }) => contextVariables ?? [])
  const anyItem: RuleScope = {
    kind: 'item',
    table: null,
    tables: tableCatalog(configuration.tables),
    contextVariables: new Map(every.map(({ name, type }) => [name, type])),
    skillTypes: new Map(configuration.skills?.map(({ name, type }) => [name, type])),
    representativeColumns: representativeColumns(configuration.representatives),
  }
  return {
    anyItem,
    assignment: { ...anyItem, kind: 'assignment' },
    intake: (table) => ({ ...anyItem, kind: 'intake', table }),
    workstream: (name) => {
      const workstream = workstreams.get(name)
      return {
        ...anyItem,
        table: workstream?.table ?? null,
        contextVariables: new Map(workstream?.contextVariables?.map((variable) => [variable.name, variable.type])),
      }
    },
  }
}

function representativeColumns(representatives: Configuration['representatives']): ReadonlySet<string> | null {
  if (representatives === undefined || representatives.length === 0) return null
  return new Set([...representativeFields, ...representatives.flatMap(({ columns = {} }) => Object.keys(columns))])
}
