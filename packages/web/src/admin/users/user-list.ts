import type { RepresentativeView } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { presenceLabel } from '../../ui/presence-badge.tsx'
import type { Listing } from '../frame/listed-rows.ts'
import type { NounColumn, NounFilter } from '../frame/noun.ts'
import type { PeopleChoices } from './bulk-choices.ts'
import { type Person, peopleOf } from './person.ts'
import { fieldWords, profileText } from './person-changes.ts'
import { type SignInState, signInWords } from './sign-in-state.ts'

/** Somebody as the list of users shows them. */
export interface UserRow extends Person {
  /** All queues they serve: their own and those of their groups. */
  readonly allQueues: readonly string[]
  /** Null: the server has not said yet. */
  readonly live: RepresentativeView | null
  /** Empty for those who may not know. */
  readonly signIn: string
}

/** What only the server knows of people. */
export interface ServerFacts {
  readonly live: readonly RepresentativeView[]
  /** Null: not for the one who looks, or not read yet. */
  readonly signIn: ((person: Person) => SignInState) | null
}

/** The users with what only the server knows of them now. */
export function userRows(configuration: Configuration, { live, signIn }: ServerFacts): readonly UserRow[] {
  const present = new Map(live.map((one) => [one.name, one]))
  const ofGroups = new Map((configuration.userGroups ?? []).map(({ name, queues = [] }) => [name, queues]))
  return peopleOf(configuration).map((person) => ({
    ...person,
    allQueues: [...new Set([...person.queues, ...person.groups.flatMap((group) => ofGroups.get(group) ?? [])])],
    live: present.get(person.name) ?? null,
    signIn: signIn ? signInWords[signIn(person).kind] : '',
  }))
}

function presenceOf({ live }: UserRow): string {
  if (live === null) return ''
  return live.signedIn ? presenceLabel(live.presence) : 'Signed out'
}

/** What is searched, sorted and shown. */
export const userColumns: readonly NounColumn<UserRow>[] = [
  { key: 'fullName', header: fieldWords.fullName, width: 'wide', value: ({ fullName }) => fullName },
  { key: 'name', header: fieldWords.name, isExtra: true, value: ({ name }) => name },
  { key: 'email', header: fieldWords.email, isExtra: true, value: ({ email }) => email },
  { key: 'roles', header: fieldWords.roles, width: 'wide', value: ({ roles }) => roles.join(', ') },
  {
    key: 'bookable',
    header: fieldWords.bookable,
    isExtra: true,
    value: ({ bookable }) => (bookable ? 'Yes' : 'No'),
  },
  { key: 'units', header: fieldWords.units, value: ({ units }) => units },
  {
    key: 'defaultPresence',
    header: fieldWords.defaultPresence,
    value: ({ defaultPresence }) => presenceLabel(defaultPresence),
  },
  { key: 'queues', header: fieldWords.queues, width: 'wide', value: ({ allQueues }) => allQueues.join(', ') },
  { key: 'skills', header: fieldWords.skills, value: ({ skills }) => skills.size },
  {
    key: 'profiles',
    header: fieldWords.profiles,
    isExtra: true,
    value: ({ profiles }) => [...profiles].map(([profile, limit]) => profileText(profile, limit)).join('; '),
  },
  { key: 'groups', header: fieldWords.groups, isExtra: true, value: ({ groups }) => groups.join(', ') },
  { key: 'workingHours', header: fieldWords.workingHours, isExtra: true, value: ({ workingHours }) => workingHours },
  { key: 'businessUnit', header: fieldWords.businessUnit, value: ({ businessUnit }) => businessUnit },
  { key: 'signIn', header: 'Sign-in', isExtra: true, value: ({ signIn }) => signIn },
  { key: 'presence', header: 'Presence now', width: 'narrow', value: presenceOf },
]

/** Ways to find some of many users; each is one choice of its list. */
function userFilters(rows: readonly UserRow[], choices: PeopleChoices): readonly NounFilter<UserRow>[] {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  return [
    { key: 'queue', label: 'Queue', values: names(choices.queues), of: ({ allQueues }) => allQueues },
    { key: 'skill', label: 'Skill', values: names(choices.skills), of: ({ skills }) => [...skills.keys()] },
    { key: 'role', label: 'Role', values: names(choices.roles), of: ({ roles }) => roles },
    {
      key: 'presence',
      label: 'Presence now',
      values: [...new Set(rows.map(presenceOf))].filter(Boolean).toSorted(),
      of: presenceOf,
    },
    { key: 'bookable', label: 'Bookable', values: ['Yes', 'No'], of: ({ bookable }) => (bookable ? 'Yes' : 'No') },
    {
      key: 'businessUnit',
      label: 'Business unit',
      values: choices.businessUnits,
      of: ({ businessUnit }) => businessUnit,
    },
    {
      key: 'profile',
      label: 'Capacity profile',
      values: names(choices.profiles),
      of: ({ profiles }) => [...profiles.keys()],
    },
    {
      key: 'signIn',
      label: 'Sign-in',
      values: [...new Set(rows.map(({ signIn }) => signIn))].filter(Boolean).toSorted(),
      of: ({ signIn }) => signIn,
    },
    { key: 'group', label: 'User group', values: names(choices.groups), of: ({ groups }) => groups },
  ]
}

export function userListing(rows: readonly UserRow[], choices: PeopleChoices): Listing<UserRow> {
  return { rows, columns: userColumns, filters: userFilters(rows, choices), titleOf: ({ fullName }) => fullName }
}
