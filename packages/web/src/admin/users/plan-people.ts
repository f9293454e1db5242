import { type Configuration, didYouMean, type Problem, validateConfiguration } from '@unified-routing/routing'
import { type Person, peopleOf } from './person.ts'
import { changesOf, fieldWords, type PersonChange } from './person-changes.ts'
import { ratingScales } from './skill-words.ts'
import { writePeople } from './write-people.ts'

/** Something about somebody that the router's validator refuses. */
export interface PersonProblem {
  readonly field: string
  /** What is wrong and what to do about it. */
  readonly message: string
}

export interface PersonPlan {
  /** Null: they are new. */
  readonly before: Person | null
  readonly after: Person
  readonly changes: readonly PersonChange[]
  readonly problems: readonly PersonProblem[]
}

export interface PeoplePlan {
  /** In the order of the wish. */
  readonly people: readonly PersonPlan[]
  /** The document as it would be, whether or not it has problems. */
  readonly document: Configuration
  /** What is wrong with the document beside these people. */
  readonly otherProblems: readonly Problem[]
}

/** What would become of the document if these people were as wanted; changes nothing.
 *
 * Limits: the validator tells its first 500 problems; more appear once those are gone. */
export function planPeople(configuration: Configuration, wanted: readonly Person[]): PeoplePlan {
  const document = writePeople(configuration, wanted)
  const present = new Map(peopleOf(configuration).map((person) => [person.name, person]))
  const scales = ratingScales(configuration)
  const problems = problemsByName(document, wanted)
  return {
    people: wanted.map((after) => {
      const before = present.get(after.name) ?? null
      return {
        before,
        after,
        changes: changesOf(before, after, scales),
        problems: problems.people.get(after.name) ?? [],
      }
    }),
    document,
    otherProblems: problems.others,
  }
}

interface SortedProblems {
  readonly people: ReadonlyMap<string, readonly PersonProblem[]>
  readonly others: readonly Problem[]
}

function problemsByName(document: Configuration, wanted: readonly Person[]): SortedProblems {
  const names = new Set(wanted.map(({ name }) => name))
  const people = new Map<string, PersonProblem[]>()
  const others: Problem[] = []
  const add = (name: string, problem: PersonProblem) => people.set(name, [...(people.get(name) ?? []), problem])
  for (const person of wanted) for (const problem of placeProblems(document, person)) add(person.name, problem)
  for (const [name, problem] of sharedEmails(document, names)) add(name, problem)
  const validation = validateConfiguration(document)
  for (const problem of validation.ok ? [] : validation.problems) {
    const spot = spotOf(problem.path)
    const name = spot ? document.representatives?.[spot.index]?.name : undefined
    if (!spot || name === undefined || !names.has(name)) others.push(problem)
    else if (spot.field !== '') add(name, { field: wordOf(spot.field), message: problem.message })
  }
  return { people, others: people.size > 0 ? others.filter(({ path }) => spotOf(path)?.field !== '') : others }
}

/** The document knows members by their queue, so a queue that is not there would go unnoticed. */
function placeProblems({ queues = [], userGroups = [] }: Configuration, person: Person): readonly PersonProblem[] {
  return [
    ...unknownNames(person.queues, queues, { field: fieldWords.queues, noun: 'queue' }),
    ...unknownNames(person.groups, userGroups, { field: fieldWords.groups, noun: 'user group' }),
  ]
}

function unknownNames(
  names: readonly string[],
  known: readonly { readonly name: string }[],
  { field, noun }: { readonly field: string; readonly noun: string },
): readonly PersonProblem[] {
  if (names.length === 0) return []
  const knownNames = new Set(known.map(({ name }) => name))
  return names
    .filter((name) => !knownNames.has(name))
    .map((name) => ({
      field,
      message: `no ${noun} '${name}'${didYouMean(name, knownNames) || '; add one or correct the name'}`,
    }))
}

/** The validator tells these by their place in the list, which says nothing to people. Told of the wanted, unless they
 * share an address among themselves: then the first of them keeps it. */
function sharedEmails(
  { representatives = [] }: Configuration,
  wanted: ReadonlySet<string>,
): readonly (readonly [string, PersonProblem])[] {
  const holders = new Map<string, string[]>()
  const others = representatives.filter(({ name }) => !wanted.has(name))
  for (const { name, email } of [...others, ...representatives.filter((row) => wanted.has(row.name))]) {
    if (email === undefined) continue
    const known = holders.get(email.toLowerCase())
    if (known) known.push(name)
    else holders.set(email.toLowerCase(), [name])
  }
  return [...holders].flatMap(([email, [owner, ...names]]) =>
    names.map((name) => {
      const message = `'${email}' is the e-mail address of '${owner}' already; use another`
      return [name, { field: fieldWords.email, message }] as const
    }),
  )
}

/** "representatives[3].skills.French" → the fourth representative, skills. */
function spotOf(path: string): { readonly index: number; readonly field: string } | null {
  const match = /^representatives\[(\d+)\](?:\.([A-Za-z]+))?/.exec(path)
  return match ? { index: Number(match[1]), field: match[2] ?? '' } : null
}

const documentWords: Readonly<Record<string, string>> = {
  ...fieldWords,
  capacityProfiles: fieldWords.profiles,
  columns: 'User columns',
}

function wordOf(field: string): string {
  return documentWords[field] ?? field
}
