import { workstreamFactTypes } from '@unified-routing/routing'
import { labelOf } from '../../../ui/words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One line of the attribute picker: what can be compared, or a related row that has attributes of its own, or both. */
export interface Attribute {
  readonly path: string
  readonly label: string
  readonly isValue: boolean
  readonly opens: boolean
}

const itemLabels: Readonly<Record<string, string>> = {
  channel: 'Channel',
  queue: 'Queue',
  priorityScore: 'Priority score',
  requiredUnits: 'Required units',
  createdAt: 'Created on',
  waiting: 'Waiting time',
  skills: 'Skills',
  capacityProfiles: 'Capacity profiles',
  sentiment: 'Sentiment',
  effortMinutes: 'Effort in minutes',
}

const representativeLabels: Readonly<Record<string, string>> = {
  name: 'Name',
  presence: 'Presence',
  basePresence: 'Base presence',
  units: 'Available units',
  skills: 'Skills',
  isWorking: 'Calendar',
}

const CUSTOMER = 'contact'

/** Where the paths of a scope begin; values to compare with always come from the item. */
export function rootOf({ scope }: Vocabulary, side: 'left' | 'right'): string {
  if (scope.kind === 'intake') return 'record'
  return scope.kind === 'assignment' && side === 'left' ? '' : 'item'
}

/** What the picker offers after `base`: the attributes of a row, or of the item, or of the representative. */
export function attributesAfter(base: string, vocabulary: Vocabulary): readonly Attribute[] {
  if (base === '') return [opening('representative', vocabulary), opening('item', vocabulary)]
  if (base === 'item') return itemAttributes(vocabulary)
  if (base === 'item.context') return [...vocabulary.scope.contextVariables.keys()].map((name) => value(base, name))
  if (base === 'item.attributes') return attributeNames(vocabulary).map((name) => value(base, name))
  if (base === 'item.workstream') return Object.keys(workstreamFactTypes).map((name) => value(base, name))
  if (base === 'representative') return representativeAttributes(vocabulary)
  return columnsOf(base, vocabulary)
}

/** The name of a path for people: "Case › Customer › City". The record of an intake rule goes without saying. */
export function labelOfPath(path: string, vocabulary: Vocabulary): string {
  const [root = '', ...names] = path.split('.')
  if (root === 'record') return names.length === 0 ? recordLabel(vocabulary) : names.map(labelOf).join(' › ')
  const [first = '', ...rest] = names
  if (root === 'representative') {
    return ['Representative', ...names.map((name) => representativeLabels[name] ?? labelOf(name))].join(' › ')
  }
  if (first === '') return 'Work item'
  if (first === 'record') return [recordLabel(vocabulary), ...rest.map(labelOf)].join(' › ')
  if (first === 'workstream') return ['Workstream', ...rest.map(labelOf)].join(' › ')
  const label = [itemLabels[first] ?? labelOf(first), ...rest.map(labelOf)].join(' › ')
  // Beside a representative it must be clear whose skills are meant.
  return vocabulary.scope.kind === 'assignment' && rest.length === 0 ? `Work item › ${label}` : label
}

/** Attributes at and below `base`, near ones first, whose name holds the text; for finding one without opening levels. */
export function findAttributes(
  text: string,
  { base, depth, max }: { readonly base: string; readonly depth: number; readonly max: number },
  vocabulary: Vocabulary,
): readonly Attribute[] {
  const wanted = text.trim().toLowerCase()
  const found: Attribute[] = []
  let level: readonly string[] = [base]
  for (let step = 0; step < depth && found.length < max; step++) {
    const attributes = level.flatMap((path) => attributesAfter(path, vocabulary))
    found.push(...attributes.filter(({ isValue, path }) => isValue && fullLabel(path).includes(wanted)))
    level = attributes.filter(({ opens }) => opens).map(({ path }) => path)
  }
  return found.slice(0, max)

  function fullLabel(path: string): string {
    return labelOfPath(path, vocabulary).toLowerCase()
  }
}

/** The tables whose row a path stands for: several when rules see records of several tables. */
export function tablesAt(path: string, vocabulary: Vocabulary): readonly string[] {
  const { scope } = vocabulary
  if (path === 'record') return scope.table === null ? [] : [scope.table]
  if (path === 'item.customer') return [CUSTOMER]
  if (path === 'item.record') {
    if (scope.table !== null) return [scope.table]
    return [...scope.tables.values()].filter(({ queueEnabled }) => queueEnabled).map(({ name }) => name)
  }
  const end = path.lastIndexOf('.')
  if (end < 0) return []
  const column = path.slice(end + 1)
  const targets = tablesAt(path.slice(0, end), vocabulary).flatMap((table) => {
    const definition = scope.tables.get(table)?.columns.get(column)
    return definition?.type === 'lookup' && definition.target !== undefined ? [definition.target] : []
  })
  return [...new Set(targets)]
}

function itemAttributes(vocabulary: Vocabulary): readonly Attribute[] {
  const { scope } = vocabulary
  const isRecord = tablesAt('item.record', vocabulary).length > 0
  return [
    ...(isRecord ? [opening('item.record', vocabulary, true)] : []),
    opening('item.customer', vocabulary, true),
    ...(scope.contextVariables.size > 0 ? [opening('item.context', vocabulary)] : []),
    ...(attributeNames(vocabulary).length > 0 ? [opening('item.attributes', vocabulary)] : []),
    opening('item.workstream', vocabulary, true),
    ...Object.keys(itemLabels).map((name) => value('item', name, itemLabels[name])),
  ]
}

function representativeAttributes({ scope }: Vocabulary): readonly Attribute[] {
  const columns = [...(scope.representativeColumns ?? [])].filter((name) => !Object.hasOwn(representativeLabels, name))
  return [...Object.keys(representativeLabels), ...columns].map((name) =>
    value('representative', name, representativeLabels[name]),
  )
}

function columnsOf(base: string, vocabulary: Vocabulary): readonly Attribute[] {
  const byName = new Map<string, Attribute>()
  for (const table of tablesAt(base, vocabulary)) {
    for (const { name, type } of vocabulary.scope.tables.get(table)?.columns.values() ?? []) {
      const known = byName.get(name)
      byName.set(name, { ...value(base, name), opens: type === 'lookup' || known?.opens === true })
    }
  }
  return [...byName.values()]
}

/** The attributes that some classification rule sets. */
function attributeNames({ configuration, workstream }: Vocabulary): readonly string[] {
  const names = new Set<string>()
  for (const { name, classification = [] } of configuration.workstreams ?? []) {
    if (workstream !== null && workstream !== name) continue
    for (const ruleset of classification) {
      if (!('rules' in ruleset)) continue
      for (const { set } of ruleset.rules)
        for (const attribute of Object.keys(set.attributes ?? {})) names.add(attribute)
    }
  }
  return [...names]
}

function recordLabel({ scope }: Vocabulary): string {
  return (scope.table === null ? undefined : scope.tables.get(scope.table)?.displayName) ?? 'Record'
}

function opening(path: string, vocabulary: Vocabulary, isValue = false): Attribute {
  return { path, label: labelOfPath(path, vocabulary), isValue, opens: true }
}

function value(base: string, name: string, label = labelOf(name)): Attribute {
  return { path: `${base}.${name}`, label, isValue: true, opens: false }
}
