import type { Column, Condition } from '../../packages/routing/src/configuration/document.ts'
import { askInTurn } from '../../packages/routing/src/rules/ask-in-turn.ts'
import { compileCondition } from '../../packages/routing/src/rules/compile.ts'
import type { Facts } from '../../packages/routing/src/rules/facts.ts'
import { compileRules } from '../../packages/routing/src/rules/rule-list.ts'
import { ruleScopes } from '../../packages/routing/src/rules/scope.ts'
import type { Row } from '../../packages/routing/src/work-item.ts'
import type { Contender } from './contender.ts'
import { booleanFields, fields, numberFields, type Rule, type Test } from './rule-set.ts'

const TABLE = 'inquiry'
const columns = fields.map((name): Column => {
  return { name, type: numberFields.includes(name) ? 'integer' : booleanFields.includes(name) ? 'boolean' : 'text' }
})
const scope = ruleScopes({ tables: [{ name: TABLE, columns }] }).intake(TABLE)

/** Our rule lists, as intake uses them. */
export function unifiedRouting(rules: readonly Rule[]): Contender {
  const list = compileRules(
    rules.map((rule, index) => ({ name: `Rule ${index}`, when: conditionOf(rule) })),
    scope,
  )
  return { name: 'unified-routing', isOurs: true, firstMatches: matchRows(list.firstMatch) }
}

/** The same conditions without the index, asked one after the other. */
export function plainClosures(rules: readonly Rule[]): Contender {
  const inTurn = askInTurn(rules.map((rule) => compileCondition(conditionOf(rule), scope)))
  return { name: 'unified-routing, no index', isOurs: true, firstMatches: matchRows(inTurn.firstMatch) }
}

/** An item is the values of a row; facts and row are one object each, as in the router. */
function matchRows(firstMatch: (facts: Facts) => number): Contender['firstMatches'] {
  const record: { -readonly [Field in keyof Row]: Row[Field] } = { table: TABLE, id: '1', values: {}, active: true }
  const rows: Facts['rows'] = { row: () => undefined }
  const facts: Facts = { now: 0, rows, record, item: null, workstream: null, representative: null }
  return (items) =>
    items.map((item) => {
      record.values = item
      return firstMatch(facts)
    })
}

function conditionOf(rule: Rule): Condition {
  return { all: rule.map(comparisonOf) }
}

function comparisonOf({ field, op, values }: Test): Condition {
  const path = `record.${field}`
  const [value = null] = values
  return op === 'in' ? { path, op, value: [...values] } : { path, op, value }
}
