import type { Configuration } from './document.ts'
import { object, oneOf } from './validation/checks.ts'
import { operatingHours } from './validation/hours-check.ts'
import { namesOf } from './validation/names.ts'
import { organization } from './validation/organization-check.ts'
import { customRoles, preferredRepresentatives, representatives, userGroups } from './validation/people-check.ts'
import { placeAtRoot } from './validation/place.ts'
import { playbooks } from './validation/playbook-check.ts'
import type { Problem } from './validation/problem.ts'
import { queues } from './validation/queue-check.ts'
import { capacityProfiles, presences, ratingModels, skills, skillTypes } from './validation/skill-check.ts'
import { rows, tables } from './validation/table-check.ts'
import { recordTypes, workstreams } from './validation/workstream-check.ts'

export type Validation =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const document = object<Configuration>({
  fields: {
    version: oneOf([1]),
    organization,
    tables,
    rows,
    skillTypes,
    ratingModels,
    skills,
    capacityProfiles,
    presences,
    operatingHours,
    customRoles,
    representatives,
    userGroups,
    queues,
    workstreams,
    recordTypes,
    preferredRepresentatives,
    playbooks,
  },
  required: ['version'],
})

/** Checks a configuration document, whoever wrote it, and tells everything that is wrong with it at once.
 *
 * Shape:  never throws. Each problem has a path such as "queues[2].members[0]" and a sentence with the remedy.
 *         Time zones are names only here; the edge asks `zoneProblems` of the contract.
 * Limits: those of routing.md 16; conditions 50 levels deep; the first 500 problems. */
export function validateConfiguration(input: unknown): Validation {
  const problems: Problem[] = []
  return isConfiguration(input, problems) ? { ok: true, configuration: input } : { ok: false, problems }
}

function isConfiguration(input: unknown, problems: Problem[]): input is Configuration {
  document(input, placeAtRoot(namesOf(input), problems))
  return problems.length === 0
}
