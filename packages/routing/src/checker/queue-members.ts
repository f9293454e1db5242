import type { QueueSettings } from '../configuration/queue-settings.ts'
import type { Finding } from './finding.ts'
import { bookableMembers, listed, queuePath, type Survey } from './survey.ts'

/** Queues that nobody serves. A conversation that reaches a queue without members is closed. */
export function findMemberlessQueues(survey: Survey): readonly Finding[] {
  return [...survey.queues.values()].flatMap((queue) => {
    if (queue.isDefault) return []
    if (queue.members.length === 0) return [withoutMembers(survey, queue)]
    return bookableMembers(survey, queue.name).length === 0 ? [withoutBookable(survey, queue)] : []
  })
}

function withoutMembers(survey: Survey, { name, type }: QueueSettings): Finding {
  const sources = [...survey.moves].filter(([, moves]) => moves.some(({ to }) => to === name)).map(([from]) => from)
  const overflow = sources.length === 0 ? '' : `; overflow of ${listed(sources)} leads to it`
  const fate =
    type === 'record' ? 'records that reach it wait until somebody joins' : 'conversations that reach it are closed'
  return {
    code: 'queueWithoutMembers',
    severity: 'warning',
    path: queuePath(survey, name),
    message: `Queue '${name}' has no members${overflow}: ${fate}.`,
    remedy: `Add members to '${name}', directly or by a user group, or send its work to a queue that has some.`,
  }
}

function withoutBookable(survey: Survey, { name, members }: QueueSettings): Finding {
  return {
    code: 'queueWithoutBookableMembers',
    severity: 'warning',
    path: queuePath(survey, name),
    message: `No member of queue '${name}' is bookable (${listed(members)}): its work is never assigned automatically.`,
    remedy: `Make a member of '${name}' bookable or add one who is.`,
  }
}
