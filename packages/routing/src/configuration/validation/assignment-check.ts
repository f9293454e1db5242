import type { AssignmentMethod, AssignmentRule, AssignmentRuleset, PrioritizationRule } from '../document.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { boolean, list, name, named, object, oneOf, show, textOf } from './checks.ts'
import { condition } from './condition-check.ts'
import { byWord, wordOrObject } from './either.ts'
import { sortPath } from './path-check.ts'
import type { Check, Place } from './place.ts'
import { skillTypeName } from './references.ts'

type Custom = Extract<AssignmentMethod, { method: 'custom' }>
type OutOfTheBox = Exclude<AssignmentMethod, { method: 'custom' }>
type SelectionCriterion = NonNullable<Custom['selectionCriteria']>[number]
type PathOrder = { path: string; direction?: 'ascending' | 'descending' }

const RULES_MAX = 100
const RULESETS_MAX = 100
const ORDERS_MAX = 10

const direction = oneOf(['ascending', 'descending'])

const ofAnyItem: Check = (value, place) => condition(place.names.scopes.anyItem)(value, place)
const ofAssignment: Check = (value, place) => condition(place.names.scopes.assignment)(value, place)

function orderByPath(path: Check): Check {
  return object<PathOrder>({ fields: { path, direction }, required: ['path'] })
}

const prioritization = named(
  object<PrioritizationRule>({
    fields: {
      name: name(),
      when: ofAnyItem,
      orderBy: wordOrObject(['firstInFirstOut'], {
        path: orderByPath((value, place) => sortPath(place.names.scopes.anyItem)(value, place)),
      }),
    },
    required: ['name', 'when'],
  }),
  { max: RULES_MAX },
)

const isTrue: Check = (value, place) => {
  if (value !== true) place.report(`expected true, found ${show(value)}`)
}

const order = wordOrObject(['roundRobin', 'leastActive', 'unitCapacity', 'profileCapacity'], {
  proficiency: object<{ proficiency: 'most' | 'nearest'; skillType?: string }>({
    fields: { proficiency: oneOf(['most', 'nearest']), skillType: skillTypeName },
    required: ['proficiency'],
  }),
  skillCount: object<{ skillCount: true; skillType?: string }>({
    fields: { skillCount: isTrue, skillType: skillTypeName },
    required: ['skillCount'],
  }),
  path: orderByPath((value, place) => sortPath(place.names.scopes.assignment)(value, place)),
})

const orderOrOrders: Check = (value, place) => {
  if (Array.isArray(value)) list(order, { max: ORDERS_MAX, min: 1 })(value, place)
  else order(value, place)
}

const ruleset = object<AssignmentRuleset>({
  fields: {
    name: name(),
    isDefault: boolean,
    rules: named(
      object<AssignmentRule>({
        fields: { name: name(), when: ofAssignment, orderBy: orderOrOrders },
        required: ['name', 'when'],
      }),
      { max: RULES_MAX, min: 1 },
    ),
  },
  required: ['name', 'rules'],
})

const outOfTheBox = object<OutOfTheBox>({
  fields: { method: oneOf(['highestCapacity', 'roundRobin', 'leastActive', 'none']), prioritization },
  required: ['method'],
})

const custom = object<Custom>({
  fields: {
    method: oneOf(['custom']),
    prioritization,
    rulesets: named(ruleset, { max: RULESETS_MAX, min: 1 }),
    selectionCriteria: named(
      object<SelectionCriterion>({
        fields: { name: name(), when: ofAnyItem, ruleset: name() },
        required: ['name', 'when', 'ruleset'],
      }),
      { max: RULESETS_MAX },
    ),
  },
  required: ['method', 'rulesets'],
  refine: checkRulesets,
})

/** How a queue chooses among the representatives who may take an item. */
export const assignment = byWord('method', {
  highestCapacity: outOfTheBox,
  roundRobin: outOfTheBox,
  leastActive: outOfTheBox,
  none: outOfTheBox,
  custom,
})

function checkRulesets(method: UnknownRecord, place: Place): void {
  const [rulesets, criteria] = [own(method, 'rulesets'), own(method, 'selectionCriteria')]
  if (!Array.isArray(rulesets)) return
  const names = new Set(rulesets.map((element) => textOf(element, 'name')))
  const defaults = rulesets.flatMap((element, index) =>
    isRecord(element) && element.isDefault === true ? [index] : [],
  )
  for (const index of defaults.slice(1)) {
    place.at('rulesets').at(index).at('isDefault').report('a queue has one default ruleset; keep the first')
  }
  if (!Array.isArray(criteria)) return
  for (const [index, criterion] of criteria.entries()) {
    const chosen = textOf(criterion, 'ruleset')
    if (chosen === null || names.has(chosen)) continue
    place
      .at('selectionCriteria')
      .at(index)
      .at('ruleset')
      .report(`no ruleset ${show(chosen)} in this queue; add one or correct the name`)
  }
}
