import type { QueueName, QueueType, RepresentativeName } from '../vocabulary.ts'
import { builtInRoles } from './custom-roles.ts'
import type { AssignmentMethod, Configuration, Queue } from './document.ts'
import {
  type BeforeQueueOverflow,
  beforeQueueOverflow,
  type InQueueOverflowSettings,
  inQueueOverflow,
} from './overflow-settings.ts'
import { DEFAULT_ROLE, representativeRoles } from './representative-settings.ts'

/** A queue's settings with every default in place. */
export interface QueueSettings {
  readonly name: QueueName
  readonly type: QueueType
  /** 1 is served first. */
  readonly priority: number
  /** In joining order: the direct members, then those who come through user groups. */
  readonly members: readonly RepresentativeName[]
  /** Null: always open. */
  readonly operatingHours: string | null
  readonly assignment: AssignmentMethod
  readonly beforeQueueOverflow: readonly BeforeQueueOverflow[]
  readonly inQueueOverflow: readonly InQueueOverflowSettings[]
  readonly respectWorkingHours: boolean
  /** One of the system's queues, one for each type. */
  readonly isDefault: boolean
}

/** The system's queue of each type: fallback of workstreams that name none; every representative is a member. */
export const defaultQueueNames: Readonly<Record<QueueType, QueueName>> = {
  record: 'Default record queue',
  messaging: 'Default messaging queue',
  voice: 'Default voice queue',
}

const queueTypes: readonly QueueType[] = ['record', 'messaging', 'voice']

/** Every queue of an organization by name: those of the document in its order, then the system's default ones.
 *
 * A document may name a default queue to choose its assignment method; its members stay the system's. */
export function queueCatalog(configuration: Configuration): ReadonlyMap<QueueName, QueueSettings> {
  const catalog = new Map<QueueName, QueueSettings>()
  for (const queue of configuration.queues ?? []) catalog.set(queue.name, queueSettings(queue, configuration))
  for (const type of queueTypes) {
    const name = defaultQueueNames[type]
    if (!catalog.has(name)) catalog.set(name, queueSettings({ name, type }, configuration))
  }
  return catalog
}

/** Least active for voice, highest capacity otherwise. */
function defaultAssignment(type: QueueType): AssignmentMethod {
  return { method: type === 'voice' ? 'leastActive' : 'highestCapacity' }
}

function queueSettings(queue: Queue, configuration: Configuration): QueueSettings {
  const { name, type, operatingHours, overflow } = queue
  const isDefault = defaultQueueNames[type] === name
  return {
    name,
    type,
    priority: queue.priority ?? 1,
    members: isDefault ? everyRepresentative(configuration) : queueMembers(queue, configuration),
    operatingHours: operatingHours ?? null,
    assignment: queue.assignment ?? defaultAssignment(type),
    beforeQueueOverflow: beforeQueueOverflow(overflow?.beforeQueue, operatingHours !== undefined),
    inQueueOverflow: inQueueOverflow(overflow?.inQueue),
    respectWorkingHours: queue.respectWorkingHours ?? false,
    isDefault,
  }
}

function queueMembers(queue: Queue, configuration: Configuration): readonly RepresentativeName[] {
  const members = new Set(queue.members)
  for (const group of configuration.userGroups ?? []) {
    if (group.queues?.includes(queue.name)) for (const member of group.members) members.add(member)
  }
  return [...members]
}

function everyRepresentative(configuration: Configuration): readonly RepresentativeName[] {
  return (configuration.representatives ?? [])
    .filter(({ roles = [DEFAULT_ROLE] }) =>
      builtInRoles(roles, configuration.customRoles).some((role) => representativeRoles.includes(role)),
    )
    .map(({ name }) => name)
}
