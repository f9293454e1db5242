import type { Configuration, OverflowAction, OverflowRule, Playbook } from '../configuration/document.ts'
import type { QueueSettings } from '../configuration/queue-settings.ts'
import type { QueueName } from '../vocabulary.ts'

/** A way by which overflow takes work from one queue to another. */
export interface QueueMove {
  readonly from: QueueName
  readonly to: QueueName
  /** Where the document says so. */
  readonly path: string
}

/** Every move by overflow: of queues, of route-to-queue rules and of playbooks that are active. */
export function queueMoves(
  configuration: Configuration,
  queues: ReadonlyMap<QueueName, QueueSettings>,
): readonly QueueMove[] {
  return [
    ...movesOfQueues(configuration),
    ...movesOfRules(configuration),
    ...(configuration.playbooks ?? []).flatMap((playbook, index) => movesOfPlaybook(playbook, index, queues)),
  ]
}

function movesOfQueues({ queues = [] }: Configuration): readonly QueueMove[] {
  return queues.flatMap(({ name, overflow }, index) => [
    ...movesOf(name, overflow?.beforeQueue ?? [], `queues[${index}].overflow.beforeQueue`),
    ...movesOf(name, overflow?.inQueue ?? [], `queues[${index}].overflow.inQueue`),
  ])
}

function movesOfRules({ workstreams = [] }: Configuration): readonly QueueMove[] {
  return workstreams.flatMap(({ routeToQueue }, workstream) =>
    (routeToQueue?.rules ?? []).flatMap(({ overflow = {} }, rule) =>
      Object.entries(overflow).flatMap(([queue, rules]) =>
        movesOf(queue, rules, `workstreams[${workstream}].routeToQueue.rules[${rule}].overflow["${queue}"]`),
      ),
    ),
  )
}

function movesOfPlaybook(
  playbook: Playbook,
  index: number,
  queues: ReadonlyMap<QueueName, QueueSettings>,
): readonly QueueMove[] {
  if (playbook.kind !== 'overflow' || playbook.active === false) return []
  const at = `playbooks[${index}]`
  const actions: readonly (readonly [string, OverflowAction | undefined])[] = [
    ...playbook.branches.map(({ do: action }, branch) => [`${at}.branches[${branch}].do`, action] as const),
    [`${at}.otherwise`, playbook.otherwise],
  ]
  return actions.flatMap(([path, action]) => {
    const to = targetOf(action)
    if (to === null) return []
    return sourcesOf(playbook.queues, to, queues).map((from) => ({ from, to, path }))
  })
}

/** "All" queues: those of the target's type, except the target itself, which has nowhere to move its work. */
function sourcesOf(
  named: readonly QueueName[] | 'all',
  target: QueueName,
  queues: ReadonlyMap<QueueName, QueueSettings>,
): readonly QueueName[] {
  if (named !== 'all') return named
  const type = queues.get(target)?.type
  return [...queues.values()].filter((queue) => queue.type === type && queue.name !== target).map(({ name }) => name)
}

function movesOf(from: QueueName, rules: readonly Pick<OverflowRule, 'do'>[], path: string): readonly QueueMove[] {
  return rules.flatMap(({ do: action }, index) => {
    const to = targetOf(action)
    return to === null ? [] : [{ from, to, path: `${path}[${index}].do` }]
  })
}

function targetOf(action: OverflowAction | undefined): QueueName | null {
  return typeof action === 'object' && 'transferToQueue' in action ? action.transferToQueue : null
}
