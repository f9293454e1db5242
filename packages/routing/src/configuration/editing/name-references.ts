import type {
  CapacityProfile,
  Column,
  Configuration,
  CustomRole,
  InQueueOverflow,
  OperatingHours,
  Playbook,
  PreferredRepresentatives,
  Presence,
  Queue,
  RatingModel,
  RecordType,
  Representative,
  Row,
  Skill,
  Table,
  UserGroup,
  Workstream,
} from '../document.ts'
import { conditionNames as when } from './condition-names.ts'
import {
  each,
  eachNamed,
  fields,
  keys,
  mayName,
  mustName,
  type NamedHere,
  none,
  saying,
  unlessEmpty,
  type Walk,
} from './reference-walk.ts'
import { type ListName, rowName, rowNouns } from './row-names.ts'
import {
  action,
  assignmentNames,
  classificationNames,
  overflowRuleNames,
  playbookBranchNames,
  routeToQueueNames,
} from './rule-names.ts'

/** One row naming another: `from` has the name at `path`. */
export interface Reference extends NamedHere {
  readonly from: { readonly list: ListName; readonly name: string }
}

/** Where every row of the document names others. The only place that knows. */
const names: Readonly<Record<ListName, Walk>> = {
  tables: fields<Table>({
    name: none,
    displayName: none,
    queueEnabled: none,
    columns: eachNamed(
      'column',
      fields<Column>({
        name: none,
        type: none,
        choices: none,
        target: mustName('tables', 'the table it looks up'),
        required: none,
      }),
    ),
  }),
  rows: fields<Row>({ table: mustName('tables', 'the table it belongs to'), id: none, values: none }),
  skillTypes: none,
  ratingModels: fields<RatingModel>({ name: none, min: none, max: none, values: none }),
  skills: fields<Skill>({
    name: none,
    type: mustName('skillTypes', 'its type'),
    ratingModel: mustName('ratingModels', 'its rating model'),
    description: none,
  }),
  capacityProfiles: fields<CapacityProfile>({ name: none, limit: none, reset: none, blocking: none }),
  presences: fields<Presence>({ name: none, base: none, text: none, description: none }),
  operatingHours: fields<OperatingHours>({ name: none, timeZone: none, hours: none, holidays: none }),
  customRoles: fields<CustomRole>({ name: none, persona: none }),
  representatives: fields<Representative>({
    name: none,
    fullName: none,
    email: none,
    roles: each(mayName('customRoles', 'has the role')),
    businessUnit: none,
    bookable: none,
    units: none,
    capacityProfiles: keys(mayName('capacityProfiles', 'holds the profile')),
    skills: keys(mayName('skills', 'has the skill')),
    defaultPresence: mayName('presences', 'default presence'),
    workingHours: mayName('operatingHours', 'working hours'),
    columns: none,
  }),
  userGroups: fields<UserGroup>({
    name: none,
    members: each(mayName('representatives', 'member')),
    queues: each(mayName('queues', 'attached queue')),
  }),
  queues: fields<Queue>({
    name: none,
    type: none,
    priority: none,
    members: each(mayName('representatives', 'member')),
    operatingHours: mayName('operatingHours', 'operating hours'),
    assignment: assignmentNames,
    overflow: fields<NonNullable<Queue['overflow']>>({
      beforeQueue: saying('overflow before queueing', each(overflowRuleNames)),
      inQueue: saying('overflow in the queue', each(fields<InQueueOverflow>({ waitingLongerThan: none, do: action }))),
    }),
    respectWorkingHours: none,
  }),
  workstreams: fields<Workstream>({
    name: none,
    type: none,
    channel: none,
    table: mustName('tables', 'its record type'),
    distribution: none,
    selectFromPush: none,
    fallbackQueue: mayName('queues', 'fallback queue'),
    capacity: fields<NonNullable<Workstream['capacity']>>({
      units: none,
      profiles: each(mayName('capacityProfiles', 'required capacity profile')),
    }),
    allowedPresences: none,
    skillMatching: none,
    affinity: none,
    wrapUp: none,
    autoCloseAfterInactivity: none,
    offer: none,
    contextVariables: none,
    classification: eachNamed('classification', classificationNames),
    routeToQueue: routeToQueueNames,
  }),
  recordTypes: fields<RecordType>({
    table: mustName('tables', 'its table'),
    intakeRules: eachNamed(
      'intake rule',
      fields<RecordType['intakeRules'][number]>({
        name: none,
        when,
        workstream: mustName('workstreams', 'workstream'),
      }),
    ),
    routeOnCreate: none,
  }),
  preferredRepresentatives: unlessEmpty(
    'representatives',
    fields<PreferredRepresentatives>({
      contact: none,
      representatives: each(mayName('representatives', 'preferred')),
    }),
  ),
  playbooks: fields<Playbook>({
    name: none,
    kind: none,
    active: none,
    queues: (value, spot) => (value === 'all' ? value : each(mayName('queues', 'its queue'))(value, spot)),
    levels: each(
      fields<Extract<Playbook, { kind: 'bullseye' }>['levels'][number]>({
        userGroups: each(mayName('userGroups', 'level')),
        after: none,
      }),
    ),
    whenExhausted: none,
    trigger: none,
    branches: saying('branch', each(playbookBranchNames)),
    otherwise: saying('otherwise', action),
  }),
}

/** Gives the document with its names written anew, visiting every place where a row names another: `visit` answers the
 * name to write, or undefined to take it out. Valid or not is for the validator to say. */
export function rewriteNames(
  document: Readonly<Record<string, unknown>>,
  visit: (reference: Reference) => string | undefined,
): Record<string, unknown> {
  const rewritten: Record<string, unknown> = { ...document }
  for (const [list, walk] of listWalks) {
    const rows = document[list]
    if (!Array.isArray(rows)) continue
    rewritten[list] = each((row, { path }) => {
      const from = { list, name: rowName(list, row) ?? path }
      const words = [`${rowNouns[list]} '${from.name}'`]
      return walk(row, { path: '', words, visit: (named) => visit({ ...named, from }) })
    })(rows, { path: '', words: [], visit: ({ name }) => name })
  }
  return rewritten
}

/** What names the row, in the order of the document. */
export function referencesTo(configuration: Configuration, list: ListName, name: string): readonly Reference[] {
  const found: Reference[] = []
  rewriteNames({ ...configuration }, (reference) => {
    const isSelf = reference.from.list === list && reference.from.name === name
    if (reference.list === list && reference.name === name && !isSelf) found.push(reference)
    return reference.name
  })
  return found
}

const listWalks: readonly (readonly [ListName, Walk])[] = [
  ['tables', names.tables],
  ['rows', names.rows],
  ['skills', names.skills],
  ['representatives', names.representatives],
  ['userGroups', names.userGroups],
  ['queues', names.queues],
  ['workstreams', names.workstreams],
  ['recordTypes', names.recordTypes],
  ['preferredRepresentatives', names.preferredRepresentatives],
  ['playbooks', names.playbooks],
]
