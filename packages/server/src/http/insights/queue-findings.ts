import type { HealthFinding } from '@unified-routing/contract'
import type { NotEligibleReason, Router } from '@unified-routing/routing'
import type { Catalogs } from '../catalogs.ts'
import { found } from './found.ts'

/** Queues looked into closely; judging every member of every queue is no work for a page. */
const QUEUES_JUDGED_MAX = 25

type QueueSettings = NonNullable<ReturnType<Catalogs['queues']['get']>>

/** Queues where work waits and nobody is there, or nobody who is there can take what comes first. */
export function queueFindings(router: Router, { queues }: Catalogs): HealthFinding[] {
  const busy = [...queues.values()].filter(({ name }) => router.waitingCount(name) > 0)
  const deserted = busy.filter((queue) => !isAnybodyThere(router, queue))
  const judged = busy.filter((queue) => !deserted.includes(queue)).slice(0, QUEUES_JUDGED_MAX)
  return [
    ...deserted.map((queue) => nobodyThere(queue, router.waitingCount(queue.name))),
    ...judged.flatMap((queue) => nobodyCan(queue, router)),
  ]
}

function isAnybodyThere(router: Router, { members }: QueueSettings): boolean {
  return members.some((name) => router.representative(name)?.signedIn === true)
}

function nobodyThere({ name, members }: QueueSettings, waiting: number): HealthFinding {
  const isEmpty = members.length === 0
  return found('queueWithoutPeople', {
    severity: 'error',
    title: `${itemsWait(waiting)} in ${name}, and ${isEmpty ? 'it has no members' : 'none of its members is signed in'}`,
    detail: isEmpty ? 'Add members, or let its work overflow.' : `Members: ${members.slice(0, 10).join(', ')}.`,
    fix: { kind: 'open', label: 'Open the queue', place: 'queues', name },
  })
}

function nobodyCan({ name }: QueueSettings, router: Router): HealthFinding[] {
  const [first] = router.waiting(name, 1)
  if (first === undefined) return []
  const candidates = router.candidates(first.id)
  if (candidates.some(({ eligible }) => eligible)) return []
  const reasons: Partial<Record<NotEligibleReason, number>> = {}
  for (const { explanation } of candidates)
    for (const reason of explanation.reasons) reasons[reason] = (reasons[reason] ?? 0) + 1
  return [
    found('nobodyCanTake', {
      severity: 'warning',
      title: `${itemsWait(router.waitingCount(name))} in ${name}, and nobody there can take the first of them`,
      detail: 'What keeps its members from it, by how many of them:',
      reasons,
      fix: { kind: 'open', label: 'Open the queue', place: 'queues', name },
    }),
  ]
}

function itemsWait(count: number): string {
  return count === 1 ? '1 item waits' : `${count} items wait`
}
