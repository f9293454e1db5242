import { validateConfiguration } from '../configuration/validate.ts'
import type { Calendars } from '../hours/calendar.ts'
import { checkConfiguration } from './check-configuration.ts'

type Values = Readonly<Record<string, unknown>>

/** What a test changes of the document: lists replace, the others change one row. */
export interface Override {
  readonly queues?: readonly unknown[]
  readonly desk?: Values
  readonly workstream?: Values
  readonly bo?: Values
  readonly chief?: Values
  readonly operatingHours?: readonly unknown[]
  readonly userGroups?: readonly unknown[]
  readonly capacityProfiles?: readonly unknown[]
}

/** A small document that the checker has nothing to say about. */
export function document({
  queues = [],
  desk,
  workstream,
  bo,
  chief,
  operatingHours = [],
  userGroups = [],
  capacityProfiles = [],
}: Override) {
  return {
    version: 1,
    operatingHours,
    userGroups,
    skillTypes: ['Any'],
    ratingModels: [{ name: 'Five', min: 1, max: 5 }],
    skills: ['English', 'Spanish', 'Polish', 'Fibre'].map((name) => ({ name, type: 'Any', ratingModel: 'Five' })),
    capacityProfiles: [{ name: 'Chats', limit: 3 }, ...capacityProfiles],
    representatives: [
      { name: 'ana', skills: { English: 4, Spanish: { rating: 5, active: false } }, capacityProfiles: { Chats: null } },
      { name: 'bo', skills: { Fibre: 3 }, ...bo },
      { name: 'chief', bookable: false, ...chief },
    ],
    queues: [{ name: 'Desk', type: 'messaging', members: ['ana', 'bo'], ...desk }, ...queues],
    workstreams: [
      {
        name: 'Chat',
        type: 'messaging',
        channel: 'liveChat',
        capacity: { units: 50 },
        contextVariables: [
          { name: 'topic', type: 'text' },
          { name: 'size', type: 'number' },
        ],
        routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Desk' }] },
        ...workstream,
      },
    ],
  }
}

/** What the checker says about the document: severity, code and place. */
export function findingsOf(override: Override, calendars: Calendars | null = null): readonly string[] {
  const checked = validateConfiguration(document(override))
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checkConfiguration(checked.configuration, calendars).map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  )
}
