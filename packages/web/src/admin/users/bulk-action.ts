import type { Person, PersonSkill } from './person.ts'

/** One step of a bulk edit: what is done to everybody selected. */
export type BulkAction =
  | { readonly kind: NamesKind; readonly names: readonly string[] }
  /** Who holds the skill already gets the new rating. Null: no rating. */
  | { readonly kind: 'addSkills'; readonly names: readonly string[]; readonly rating: number | null }
  /** Only for those who hold the skill. */
  | { readonly kind: 'rateSkills'; readonly names: readonly string[]; readonly rating: number | null }
  /** Only for those who hold the profile. Null: the profile's own limit again. */
  | { readonly kind: 'limitProfiles'; readonly names: readonly string[]; readonly limit: number | null }
  | { readonly kind: 'setUnits'; readonly units: number }
  | { readonly kind: 'setBookable'; readonly bookable: boolean }
  | { readonly kind: ValueKind; readonly value: string }

export type NamesKind =
  | 'addQueues'
  | 'removeQueues'
  | 'addGroups'
  | 'removeGroups'
  | 'addRoles'
  | 'removeRoles'
  | 'removeSkills'
  | 'activateSkills'
  | 'deactivateSkills'
  | 'addProfiles'
  | 'removeProfiles'

export type BulkActionKind = BulkAction['kind']

export type ValueKind = 'setDefaultPresence' | 'setWorkingHours' | 'setBusinessUnit'

/** Somebody after one step. */
export function applyBulkAction(person: Person, action: BulkAction): Person {
  switch (action.kind) {
    case 'addQueues':
      return { ...person, queues: union(person.queues, action.names) }
    case 'removeQueues':
      return { ...person, queues: without(person.queues, action.names) }
    case 'addGroups':
      return { ...person, groups: union(person.groups, action.names) }
    case 'removeGroups':
      return { ...person, groups: without(person.groups, action.names) }
    case 'addRoles':
      return { ...person, roles: union(person.roles, action.names) }
    case 'removeRoles':
      return { ...person, roles: without(person.roles, action.names) }
    case 'addProfiles':
      return { ...person, profiles: profilesWith(person.profiles, action.names) }
    case 'removeProfiles':
      return { ...person, profiles: withoutKeys(person.profiles, action.names) }
    case 'limitProfiles':
      return { ...person, profiles: changed(person.profiles, action.names, () => action.limit) }
    case 'addSkills':
    case 'rateSkills':
    case 'removeSkills':
    case 'activateSkills':
    case 'deactivateSkills':
      return { ...person, skills: skillsAfter(person.skills, action) }
    case 'setUnits':
      return { ...person, units: action.units }
    case 'setBookable':
      return { ...person, bookable: action.bookable }
    case 'setDefaultPresence':
      return { ...person, defaultPresence: action.value }
    case 'setWorkingHours':
      return { ...person, workingHours: action.value }
    case 'setBusinessUnit':
      return { ...person, businessUnit: action.value }
  }
}

type SkillAction = Extract<BulkAction, { readonly kind: 'addSkills' | 'rateSkills' }> | NamesAction
type NamesAction = { readonly kind: NamesKind; readonly names: readonly string[] }
type Skills = ReadonlyMap<string, PersonSkill>

function skillsAfter(skills: Skills, action: SkillAction): Skills {
  const { names } = action
  if (action.kind === 'addSkills') {
    const { rating } = action
    return new Map([...skills, ...names.map((name) => addedSkill(name, rating, skills.get(name)))])
  }
  if (action.kind === 'rateSkills') return changed(skills, names, (held) => ({ ...held, rating: action.rating }))
  if (action.kind === 'removeSkills') return withoutKeys(skills, names)
  return changed(skills, names, (held) => ({ ...held, active: action.kind === 'activateSkills' }))
}

function addedSkill(name: string, rating: number | null, held: PersonSkill | undefined) {
  return [name, { rating, active: held?.active ?? true }] as const
}

/** A custom limit that is there stays. */
function profilesWith(held: Person['profiles'], names: readonly string[]): Person['profiles'] {
  return new Map([...held, ...names.map((name) => [name, held.get(name) ?? null] as const)])
}

function union(names: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...names, ...more])]
}

function without(names: readonly string[], gone: readonly string[]): readonly string[] {
  return names.filter((name) => !gone.includes(name))
}

function withoutKeys<Value>(held: ReadonlyMap<string, Value>, gone: readonly string[]): ReadonlyMap<string, Value> {
  return new Map([...held].filter(([name]) => !gone.includes(name)))
}

/** Changes what is held under these names; what is not held stays away. */
function changed<Value>(
  held: ReadonlyMap<string, Value>,
  names: readonly string[],
  change: (value: Value) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...held].map(([name, value]) => [name, names.includes(name) ? change(value) : value]))
}
