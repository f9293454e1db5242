import type { Configuration } from '@unified-routing/routing'
import fc from 'fast-check'

export const skillNames = ['French', 'Billing; refunds', 'C=64', 'Dutch (inactive)', 'Back\\slash'] as const
export const profileNames = ['Chats', 'Cases'] as const
export const queueNames = ['Desk', 'Returns; EU', '=Sums'] as const
export const groupNames = ['Night', 'Team (EU)'] as const

/** A valid document around these people. */
export function documentOf(people: Pick<Configuration, 'representatives' | 'queues' | 'userGroups'>): Configuration {
  return {
    version: 1,
    skillTypes: ['Any'],
    ratingModels: [{ name: 'Five', min: 1, max: 5, values: { Beginner: 1, Expert: 5 } }],
    skills: skillNames.map((name) => ({ name, type: 'Any', ratingModel: 'Five' })),
    capacityProfiles: profileNames.map((name) => ({ name, limit: 3 })),
    presences: [{ name: 'In training', base: 'Busy' }],
    operatingHours: [{ name: 'Days', hours: [{ days: ['MO'], start: '09:00', end: '17:00' }] }],
    queues: queueNames.map((name) => ({ name, type: 'messaging', members: [] })),
    userGroups: groupNames.map((name) => ({ name, members: [] })),
    ...people,
  }
}

const names = ['ana', 'bo', 'cem', 'dee'] as const

const text = fc.string({ minLength: 1, maxLength: 12 }).filter((value) => value.trim() !== '')
const label = text
  .map((value) => value.replaceAll(/\p{Cc}|\p{Cs}/gu, '').trim())
  .filter((value) => value !== '' && !(value in {}))
const held = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.constant(null),
  fc.record({ rating: fc.integer({ min: 1, max: 5 }), active: fc.boolean() }, { requiredKeys: ['active'] }),
)
const settings = fc.record(
  {
    fullName: label,
    roles: fc.shuffledSubarray(['CSR Manager', 'Omnichannel Agent', 'Omnichannel Supervisor']),
    businessUnit: label,
    units: fc.integer({ min: 0, max: 1000 }),
    capacityProfiles: fc.dictionary(
      fc.constantFrom(...profileNames),
      fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      { minKeys: 1 },
    ),
    skills: fc.dictionary(fc.constantFrom(...skillNames), held, { minKeys: 1 }),
    defaultPresence: fc.constantFrom('Available', 'In training', 'Offline'),
    workingHours: fc.constant('Days'),
    columns: fc.dictionary(
      fc.constantFrom('country', 'seniority'),
      fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(''), fc.constant('"7"')),
      { minKeys: 1 },
    ),
  },
  { requiredKeys: [] },
)

/** Valid documents with a few people who hold, join and have all kinds of things. */
export const documents: fc.Arbitrary<Configuration> = fc
  .record({
    people: fc.array(settings, { minLength: 1, maxLength: names.length }),
    queues: fc.array(fc.shuffledSubarray([...names]), { minLength: 3, maxLength: 3 }),
    groups: fc.array(fc.shuffledSubarray([...names]), { minLength: 2, maxLength: 2 }),
  })
  .map(({ people, queues, groups }) => {
    const present = new Set<string>(names.slice(0, people.length))
    const membersOf = (members: readonly string[] = []) => members.filter((name) => present.has(name))
    return documentOf({
      representatives: people.map((person, index) => ({ name: names[index] ?? 'nobody', ...person })),
      queues: queueNames.map((name, index) => ({ name, type: 'messaging', members: membersOf(queues[index]) })),
      userGroups: groupNames.map((name, index) => ({ name, members: membersOf(groups[index]) })),
    })
  })
