import type { Representative } from '../configuration/document.ts'
import type { QueueSettings } from '../configuration/queue-settings.ts'
import type { Finding } from './finding.ts'
import { listed, type Survey } from './survey.ts'

/** People set up for automatic work who are not bookable, and so never get any. */
export function findUnbookable({ configuration, queues }: Survey): readonly Finding[] {
  const chosen = [...queues.values()].filter(({ isDefault }) => !isDefault)
  return (configuration.representatives ?? []).flatMap((representative, index) => {
    if (representative.bookable !== false) return []
    const reasons = reasonsToBook(representative, chosen)
    if (reasons.length === 0) return []
    const { name } = representative
    return [
      {
        code: 'representativeNotBookable',
        severity: 'warning',
        path: `representatives[${index}].bookable`,
        message: `'${name}' is not bookable, but ${reasons.join(' and ')}: no work is ever assigned to them automatically.`,
        remedy: `Make '${name}' bookable, or take these settings away.`,
      } as const,
    ]
  })
}

function reasonsToBook(
  { name, capacityProfiles = {}, skills = {} }: Representative,
  queues: readonly QueueSettings[],
): readonly string[] {
  const memberOf = queues.filter(({ members }) => members.includes(name)).map((queue) => queue.name)
  return [
    ...(Object.keys(capacityProfiles).length > 0 ? ['has capacity profiles'] : []),
    ...(Object.keys(skills).length > 0 ? ['has skills'] : []),
    ...(memberOf.length > 0 ? [`is a member of ${listed(memberOf)}`] : []),
  ]
}
