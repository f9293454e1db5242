import { basePresences, type Operator, presenceCatalog, queueCatalog } from '@unified-routing/routing'
import { channelNames } from '../names.ts'
import { tablesAt } from './attributes.ts'
import { resolved, type Vocabulary } from './vocabulary.ts'

/** The control by which a value is given. */
export type ValueControl =
  /** `isOpen`: other values than these are possible. */
  | { readonly type: 'choice'; readonly choices: readonly Choice[]; readonly isOpen: boolean; readonly isList: boolean }
  | { readonly type: 'row'; readonly table: string }
  | { readonly type: 'text' | 'number'; readonly isList: boolean }
  | { readonly type: 'boolean' | 'date' | 'duration' | 'nothing' }

export interface Choice {
  readonly value: string
  readonly text: string
}

const whatSentimentSays = [
  'Very positive',
  'Positive',
  'Slightly positive',
  'Neutral',
  'Slightly negative',
  'Negative',
  'Very negative',
]
const queueTypes = ['messaging', 'record', 'voice']
const ALL_SKILLS = ''

/** The control for the value of a comparison: by what the path reads, and by what the operator asks for. */
export function valueControl(path: string, op: Operator, vocabulary: Vocabulary): ValueControl {
  if (op === 'hasData' || op === 'noData' || op === 'isWorking') return { type: 'nothing' }
  if (op === 'olderThan' || op === 'within') return { type: 'duration' }
  const isList = op === 'in' || op === 'notIn'
  if (op === 'exactMatch') return closed(skillTypeChoices(vocabulary), false)
  const found = resolved(path, vocabulary)
  if (isSearch(op) && (found?.kind === 'text' || found?.kind === 'choice')) return { type: 'text', isList: false }
  const names = namesFor(path, vocabulary)
  if (names !== null) return { type: 'choice', choices: names.map(choiceOf), isOpen: false, isList }
  if (found?.kind === 'boolean') return { type: 'boolean' }
  if (found?.kind === 'number') return { type: 'number', isList }
  if (found?.kind === 'instant' && !isList) return { type: 'date' }
  if (found?.kind === 'duration' && !isList) return { type: 'duration' }
  if (found?.kind === 'choice') {
    const choices = columnChoices(path, vocabulary).map(choiceOf)
    return { type: 'choice', choices, isOpen: found.choices === null, isList }
  }
  const [table] = tablesAt(path, vocabulary)
  if (table !== undefined && !isList && (op === 'eq' || op === 'ne')) return { type: 'row', table }
  return { type: 'text', isList }
}

/** Part of a text is looked for, so that choosing a whole one would mislead. */
function isSearch(op: Operator): boolean {
  return op === 'contains' || op === 'notContains' || op === 'beginsWith' || op === 'endsWith'
}

function closed(choices: readonly Choice[], isList: boolean): ValueControl {
  return { type: 'choice', choices, isOpen: false, isList }
}

function skillTypeChoices({ configuration }: Vocabulary): readonly Choice[] {
  return [{ value: ALL_SKILLS, text: 'All skills' }, ...(configuration.skillTypes ?? []).map(choiceOf)]
}

/** The names that a field of the system can hold; null: it is not one of them. */
function namesFor(path: string, { configuration }: Vocabulary): readonly Choice[] | readonly string[] | null {
  switch (path) {
    case 'item.channel':
    case 'item.workstream.channel':
      return channelNames
    case 'item.queue':
    case 'item.workstream.fallbackQueue':
      return [...queueCatalog(configuration).keys()]
    case 'item.workstream':
    case 'item.workstream.name':
      return (configuration.workstreams ?? []).map(({ name }) => name)
    case 'item.workstream.type':
      return queueTypes
    case 'item.workstream.distribution':
      return ['push', 'pick']
    case 'item.workstream.skillMatching':
      return ['exact', 'closest', 'none']
    case 'item.workstream.table':
      return (configuration.recordTypes ?? []).map(({ table }) => table)
    case 'item.workstream.allowedPresences':
    case 'representative.basePresence':
      return basePresences
    case 'representative.presence':
      return [...presenceCatalog(configuration.presences).values()].map(({ name, text }) => ({ value: name, text }))
    case 'representative.name':
      return (configuration.representatives ?? []).map(({ name, fullName }) => ({
        value: name,
        text: fullName ?? name,
      }))
    case 'item.skills':
    case 'representative.skills':
      return (configuration.skills ?? []).map(({ name }) => name)
    case 'item.capacityProfiles':
    case 'item.workstream.capacity.profiles':
      return (configuration.capacityProfiles ?? []).map(({ name }) => name)
    case 'item.sentiment':
      return whatSentimentSays
    default:
      return null
  }
}

function choiceOf(choice: Choice | string): Choice {
  return typeof choice === 'string' ? { value: choice, text: choice } : choice
}

/** The choices of a column, proposals of the system included. */
function columnChoices(path: string, vocabulary: Vocabulary): readonly string[] {
  const end = path.lastIndexOf('.')
  const column = path.slice(end + 1)
  const choices = tablesAt(path.slice(0, end), vocabulary).flatMap(
    (table) => vocabulary.scope.tables.get(table)?.columns.get(column)?.choices ?? [],
  )
  return [...new Set(choices)]
}
