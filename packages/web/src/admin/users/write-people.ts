import type { Configuration } from '@unified-routing/routing'
import { isSame } from './is-same.ts'
import { newPerson, type Person, type PersonSkill, peopleOf } from './person.ts'

type Representative = NonNullable<Configuration['representatives']>[number]
type HeldSkill = NonNullable<Representative['skills']>[string]

/** Puts people into the document as they are wanted, new ones at its end, and leaves everything else as it was written.
 *
 * Shape: what stays the same keeps the words of the document; what is set to its default is left out. Who joins a queue
 * or a group comes last in it. Queues and groups that the document does not have are for `planPeople` to report. */
export function writePeople(configuration: Configuration, wanted: readonly Person[]): Configuration {
  const present = new Map(peopleOf(configuration).map((person) => [person.name, person]))
  const byName = new Map(wanted.map((person) => [person.name, person]))
  const rows = (configuration.representatives ?? []).map((row) => {
    const [before, after] = [present.get(row.name), byName.get(row.name)]
    return before && after ? writePerson({ row, before, after }) : row
  })
  const added = [...byName.values()]
    .filter(({ name }) => !present.has(name))
    .map((after) => writePerson({ row: { name: after.name }, before: newPerson(after.name), after }))
  const representatives = added.length > 0 ? [...rows, ...added] : configuration.representatives && rows
  return {
    ...configuration,
    ...keyed('representatives', representatives),
    ...keyed('queues', configuration.queues?.map(withMembers(byName, ({ queues }) => queues))),
    ...keyed('userGroups', configuration.userGroups?.map(withMembers(byName, ({ groups }) => groups))),
  }
}

interface Rewrite {
  /** As the document has it. */
  readonly row: Representative
  readonly before: Person
  readonly after: Person
}

function writePerson(rewrite: Rewrite): Representative {
  const { row, before, after } = rewrite
  const scalar = scalarsOf(rewrite)
  return {
    name: row.name,
    ...scalar('fullName'),
    ...scalar('email'),
    ...scalar('roles'),
    ...scalar('businessUnit'),
    ...scalar('bookable'),
    ...scalar('units'),
    ...scalar('defaultPresence'),
    ...scalar('workingHours'),
    ...keyed('capacityProfiles', isSame(before.profiles, after.profiles) ? row.capacityProfiles : profiles(after)),
    ...keyed('skills', isSame(before.skills, after.skills) ? row.skills : skills(rewrite)),
    ...keyed('columns', isSame(before.columns, after.columns) ? row.columns : filled({ ...after.columns })),
  }
}

type ScalarKey =
  | 'fullName'
  | 'email'
  | 'roles'
  | 'businessUnit'
  | 'bookable'
  | 'units'
  | 'defaultPresence'
  | 'workingHours'

type Scalars = { readonly [Key in ScalarKey]: Required<Representative>[Key] }

/** Gives a setting as the document shall have it: as it was, or as wanted, or not at all when that is the default. */
function scalarsOf({ row, before, after }: Rewrite) {
  const defaults = newPerson(row.name)
  const written: Partial<Scalars> = row
  const wanted: Scalars = { ...after, roles: [...after.roles] }
  return <Key extends ScalarKey>(key: Key): { readonly [Name in Key]?: Scalars[Key] } => {
    if (isSame(before[key], after[key])) return keyed<Key, Scalars[Key]>(key, written[key])
    return keyed(key, isSame(after[key], defaults[key]) ? undefined : wanted[key])
  }
}

function profiles({ profiles }: Person): Representative['capacityProfiles'] {
  return filled(Object.fromEntries(profiles))
}

function skills({ row, before, after }: Rewrite): Representative['skills'] {
  const written = new Map(Object.entries(row.skills ?? {}))
  const held = [...after.skills].map(([skill, wanted]): [string, HeldSkill] => {
    const present = written.get(skill)
    return [skill, present !== undefined && isSame(before.skills.get(skill), wanted) ? present : heldSkill(wanted)]
  })
  return filled(Object.fromEntries(held))
}

function heldSkill({ rating, active }: PersonSkill): HeldSkill {
  if (active) return rating
  return rating === null ? { active } : { rating, active }
}

interface Membership {
  readonly name: string
  readonly members?: readonly string[]
}

/** Takes a list through who leaves it and who joins it; people whose place does not change keep it. */
function withMembers(people: ReadonlyMap<string, Person>, placesOf: (person: Person) => readonly string[]) {
  const joining = new Map<string, string[]>()
  const places = new Map<string, ReadonlySet<string>>()
  for (const person of people.values()) {
    const wanted = new Set(placesOf(person))
    places.set(person.name, wanted)
    for (const place of wanted) joining.set(place, [...(joining.get(place) ?? []), person.name])
  }
  return <List extends Membership>(list: List): List => {
    const { name, members = [] } = list
    const staying = members.filter((member) => places.get(member)?.has(name) ?? true)
    const known = new Set(staying)
    const joined = (joining.get(name) ?? []).filter((person) => !known.has(person))
    if (staying.length === members.length && joined.length === 0) return list
    return { ...list, members: [...staying, ...joined] }
  }
}

function filled<Values extends object>(values: Values): Values | undefined {
  return Object.keys(values).length === 0 ? undefined : values
}

function keyed<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [Name in Key]?: Value }
function keyed(key: string, value: unknown): object {
  return value === undefined ? {} : { [key]: value }
}
