import type { Finding } from './finding.ts'
import { queuePath, type Survey } from './survey.ts'
import { followMoves, queuesRouted } from './ways.ts'

/** Queues that no rule, fallback or overflow of the document leads to. The system's own queues are there for all. */
export function findUnreachedQueues(survey: Survey): readonly Finding[] {
  const routed = survey.workstreams.flatMap((workstream) => [
    ...queuesRouted(survey, workstream),
    // Also a fallback behind a rule for everything: classification that fails goes there.
    workstream.fallbackQueue,
  ])
  const reached = followMoves(survey, routed)
  return [...survey.queues.values()]
    .filter(({ name, isDefault }) => !isDefault && !reached.has(name))
    .map(({ name, type }) => ({
      code: 'queueNotReached',
      severity: 'warning',
      path: queuePath(survey, name),
      message: `Nothing routes to queue '${name}': no rule, fallback queue or overflow leads to it, only transfers by hand.`,
      remedy: `Name '${name}' in a route-to-queue rule of a ${type} workstream or as an overflow target, or remove it.`,
    }))
}
