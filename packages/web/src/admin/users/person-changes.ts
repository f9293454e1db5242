import type { Literal } from '@unified-routing/routing'
import { isSame } from './is-same.ts'
import { newPerson, type Person } from './person.ts'
import { type RatingScales, skillText } from './skill-words.ts'

/** What becomes different in one field of somebody, in words: values that go and values that come. */
export interface PersonChange {
  readonly field: string
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** The fields of a person by the words people know them by. */
export const fieldWords = {
  name: 'Sign-in name',
  fullName: 'Full name',
  email: 'E-mail',
  roles: 'Roles',
  businessUnit: 'Business unit',
  bookable: 'Bookable',
  units: 'Units',
  defaultPresence: 'Default presence',
  workingHours: 'Working hours',
  skills: 'Skills',
  profiles: 'Capacity profiles',
  queues: 'Queues',
  groups: 'User groups',
} as const satisfies Record<Exclude<keyof Person, 'columns'>, string>

type Field = keyof typeof fieldWords

/** What is different between two states of somebody; `before` null: they are new. */
export function changesOf(before: Person | null, after: Person, scales: RatingScales): readonly PersonChange[] {
  const from = before ?? newPerson(after.name)
  const fields: readonly Field[] = typedKeys
  const changes = fields.map((field) => ({
    field: fieldWords[field],
    ...difference(texts(field, from, scales), texts(field, after, scales)),
  }))
  return [...changes, ...columnChanges(from, after)].filter(
    ({ removed, added }) => removed.length > 0 || added.length > 0,
  )
}

const typedKeys: readonly Field[] = [
  'fullName',
  'email',
  'roles',
  'businessUnit',
  'bookable',
  'units',
  'defaultPresence',
  'workingHours',
  'skills',
  'profiles',
  'queues',
  'groups',
]

function texts(field: Field, person: Person, scales: RatingScales): readonly string[] {
  if (field === 'skills') return [...person.skills].map(([skill, held]) => skillText(skill, held, scales))
  if (field === 'profiles') return [...person.profiles].map(([profile, limit]) => profileText(profile, limit))
  const value = person[field]
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value === 'number') return [value.toLocaleString('en')]
  if (typeof value === 'string') return value === '' ? [] : [value]
  return value
}

/** "Chats", "Chats, limit 5". */
export function profileText(profile: string, limit: number | null): string {
  return limit === null ? profile : `${profile}, limit ${limit}`
}

function literalText(value: Literal): string {
  return value === null ? 'nothing' : String(value)
}

function columnChanges(before: Person, after: Person): readonly PersonChange[] {
  const names = new Set([...Object.keys(before.columns), ...Object.keys(after.columns)])
  return [...names]
    .filter((name) => !isSame(before.columns[name], after.columns[name]))
    .map((name) => ({
      field: name,
      removed: columnTexts(before, name),
      added: columnTexts(after, name),
    }))
}

function columnTexts({ columns }: Person, name: string): readonly string[] {
  const value = columns[name]
  return value === undefined ? [] : [literalText(value)]
}

function difference(before: readonly string[], after: readonly string[]) {
  const [known, wanted] = [new Set(before), new Set(after)]
  return {
    removed: before.filter((text) => !wanted.has(text)),
    added: after.filter((text) => !known.has(text)),
  }
}
