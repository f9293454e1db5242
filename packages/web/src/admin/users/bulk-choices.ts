import { roles } from '@unified-routing/contract'
import { basePresences, type Configuration } from '@unified-routing/routing'
import type { ReferenceChoice } from '../frame/fields/reference-picker.tsx'
import { newPerson, peopleOf } from './person.ts'

/** What people can have, by name, as pickers offer it. */
export interface PeopleChoices {
  readonly queues: readonly ReferenceChoice[]
  readonly skills: readonly ReferenceChoice[]
  readonly profiles: readonly ReferenceChoice[]
  readonly groups: readonly ReferenceChoice[]
  readonly roles: readonly ReferenceChoice[]
  readonly presences: readonly string[]
  readonly workingHours: readonly string[]
  readonly businessUnits: readonly string[]
}

export function peopleChoices(configuration: Configuration): PeopleChoices {
  const {
    customRoles = [],
    queues = [],
    skills = [],
    capacityProfiles = [],
    userGroups = [],
    presences = [],
  } = configuration
  const units = [newPerson('nobody').businessUnit, ...peopleOf(configuration).map(({ businessUnit }) => businessUnit)]
  return {
    queues: queues.map(({ name, type }) => ({ name, detail: type })),
    skills: skills.map(({ name, type }) => ({ name, detail: type })),
    profiles: capacityProfiles.map(({ name, limit }) => ({ name, detail: `limit ${limit}` })),
    groups: userGroups.map(({ name }) => ({ name })),
    roles: [...roles.map((name) => ({ name })), ...customRoles.map(({ name, persona }) => ({ name, detail: persona }))],
    presences: [...basePresences, ...presences.map(({ name }) => name)],
    workingHours: (configuration.operatingHours ?? []).map(({ name }) => name),
    businessUnits: [...new Set(units)].toSorted(),
  }
}
