import type { Finding } from './finding.ts'
import type { Survey } from './survey.ts'

/** Workstreams whose list of allowed presences is empty: no presence makes anybody eligible. */
export function findMissingPresences({ workstreams }: Survey): readonly Finding[] {
  return workstreams.flatMap(({ name, distribution, allowedPresences }, index) =>
    distribution === 'push' && allowedPresences.length === 0
      ? [
          {
            code: 'noPresenceAllowed',
            severity: 'error',
            path: `workstreams[${index}].allowedPresences`,
            message: `Workstream '${name}' allows no presence, so nobody is ever eligible for its work.`,
            remedy: `List the presences in which people get this work, such as [Available, Busy], or leave the key out for these two.`,
          } as const,
        ]
      : [],
  )
}
