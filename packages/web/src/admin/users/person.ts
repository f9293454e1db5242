import { type Configuration, type Literal, representativeCatalog } from '@unified-routing/routing'

/** A skill as somebody holds it. */
export interface PersonSkill {
  /** Null: no rating. */
  readonly rating: number | null
  readonly active: boolean
}

/** Somebody as the administrator sees them: their own settings, with every default in place, and what names them
 * elsewhere in the document. What is edited, imported and compared is always this. */
export interface Person {
  readonly name: string
  readonly fullName: string
  /** Empty: none. */
  readonly email: string
  readonly roles: readonly string[]
  readonly businessUnit: string
  readonly bookable: boolean
  readonly units: number
  readonly defaultPresence: string
  /** Empty: always working. */
  readonly workingHours: string
  readonly skills: ReadonlyMap<string, PersonSkill>
  /** Custom limits by capacity profile; null: the profile's own. */
  readonly profiles: ReadonlyMap<string, number | null>
  /** Queues that name them as a member. Membership through a user group is not among these. */
  readonly queues: readonly string[]
  readonly groups: readonly string[]
  readonly columns: Readonly<Record<string, Literal>>
}

type Representative = NonNullable<Configuration['representatives']>[number]

/** Everybody of the document, in its order. */
export function peopleOf(configuration: Configuration): readonly Person[] {
  const settings = representativeCatalog(configuration)
  const queues = placesOf(configuration.queues)
  const groups = placesOf(configuration.userGroups)
  return (configuration.representatives ?? []).flatMap((representative) => {
    const known = settings.get(representative.name)
    if (known === undefined) return []
    const { name, fullName, roles, businessUnit, bookable, units, defaultPresence } = known
    const person: Person = {
      ...{ name, fullName, roles, businessUnit, bookable, units, defaultPresence },
      email: known.email ?? '',
      workingHours: known.workingHours ?? '',
      skills: new Map([...known.skills].map(([skill, { rating, active }]) => [skill, { rating, active }])),
      profiles: new Map(Object.entries(representative.capacityProfiles ?? {})),
      queues: queues.get(name) ?? [],
      groups: groups.get(name) ?? [],
      columns: representative.columns ?? {},
    }
    return [person]
  })
}

/** Somebody of whom nothing is known but the name: all defaults. */
export function newPerson(name: string): Person {
  const representative: Representative = { name }
  const [person] = peopleOf({ version: 1, representatives: [representative] })
  if (person === undefined) throw new Error('a document with one representative has one person')
  return person
}

interface Membership {
  readonly name: string
  readonly members?: readonly string[]
}

/** The names of the lists that somebody is in, in the order of the document. */
function placesOf(lists: readonly Membership[] = []): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const { name, members = [] } of lists) {
    for (const member of new Set(members)) {
      const known = places.get(member)
      if (known) known.push(name)
      else places.set(member, [name])
    }
  }
  return places
}
