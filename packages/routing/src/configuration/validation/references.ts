import { didYouMean } from '../nearest.ts'
import { show } from './checks.ts'
import type { Names } from './names.ts'
import type { Check } from './place.ts'

interface Known {
  has(name: string): boolean
  keys(): Iterable<string>
}

/** The name of something that the document defines. */
function reference(noun: string, knownIn: (names: Names) => Known): Check {
  return (value, place) => {
    if (typeof value !== 'string') return place.report(`expected the name of a ${noun}, found ${show(value)}`)
    const known = knownIn(place.names)
    if (known.has(value)) return
    place.report(`no ${noun} ${show(value)}${didYouMean(value, known.keys()) || '; add one or correct the name'}`)
  }
}

export const representativeName = reference('representative', (names) => names.representatives)
export const roleName = reference('role', (names) => names.roles)
export const skillTypeName = reference('skill type', (names) => names.skillTypes)
export const ratingModelName = reference('rating model', (names) => names.ratingModels)
export const skillName = reference('skill', (names) => names.skills)
export const capacityProfileName = reference('capacity profile', (names) => names.capacityProfiles)
export const presenceName = reference('presence', (names) => names.presences)
export const operatingHoursName = reference('operating hours', (names) => names.operatingHours)
export const userGroupName = reference('user group', (names) => names.userGroups)
export const queueName = reference('queue', (names) => names.queues)
export const workstreamName = reference('workstream', (names) => names.workstreams)
export const tableName = reference('table', (names) => names.tables)
