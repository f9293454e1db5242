import { isSame } from './is-same.ts'
import type { Person } from './person.ts'

export type PersonField = Exclude<keyof Person, 'name'>

const fields: readonly PersonField[] = [
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
  'columns',
]

/** Somebody as they were, as they are stored now, and as they are wanted here. */
export interface Versions {
  readonly base: Person
  readonly theirs: Person
  readonly mine: Person
}

/** The parts that both sides changed, and not to the same. */
export function overlapOf({ base, theirs, mine }: Versions): readonly PersonField[] {
  return fields.filter(
    (field) =>
      !isSame(base[field], theirs[field]) && !isSame(base[field], mine[field]) && !isSame(theirs[field], mine[field]),
  )
}

/** Both changes together. Where they overlap, one side wins. */
export function mergePeople(versions: Versions, winner: 'theirs' | 'mine'): Person {
  const { base, theirs, mine } = versions
  const overlap = overlapOf(versions)
  const parts = fields
    .filter((field) => (overlap.includes(field) ? winner === 'mine' : !isSame(base[field], mine[field])))
    .map((field) => ({ [field]: mine[field] }))
  return Object.assign({}, theirs, ...parts)
}
