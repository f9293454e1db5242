import type { Channel, DurationMs, Literal, QueueName, QueueType, WorkstreamName } from '../vocabulary.ts'
import type { ClassificationRuleset, Configuration, RouteToQueueRuleset, Workstream } from './document.ts'
import { durationMs } from './duration.ts'
import { defaultQueueNames } from './queue-settings.ts'

/** A workstream's settings with every default in place. */
export interface WorkstreamSettings {
  readonly name: WorkstreamName
  readonly type: QueueType
  readonly channel: Channel
  readonly table: string | null
  readonly distribution: 'push' | 'pick'
  readonly selectFromPush: boolean
  readonly fallbackQueue: QueueName
  /** What an item costs in units; zero when capacity is counted by profiles. */
  readonly units: number
  readonly capacityProfiles: readonly string[]
  readonly allowedPresences: readonly string[]
  readonly skillMatching: 'exact' | 'closest' | 'none'
  readonly affinity: boolean
  /** How long wrap-up holds capacity: until the item is closed, for a time, or (zero) not at all. */
  readonly wrapUpBlock: 'untilClosed' | DurationMs
  /** Time in Waiting after which the item is closed; null: never. */
  readonly autoCloseAfterInactivityMs: DurationMs | null
  readonly offerTimeoutMs: DurationMs
  /** True: assigned without an answer. Records always are. */
  readonly autoAssign: boolean
  readonly rejectable: boolean
  readonly contextVariables: ReadonlyMap<string, 'text' | 'number'>
  readonly classification: readonly ClassificationRuleset[]
  readonly routeToQueue: RouteToQueueRuleset | null
}

/** Channels whose conversations can wait for the customer for days; only these have the state Waiting. */
export const asynchronousChannels: readonly Channel[] = [
  'persistentChat',
  'sms',
  'whatsApp',
  'facebook',
  'teams',
  'custom',
]

const affinityByDefault: readonly Channel[] = ['persistentChat', 'sms', 'whatsApp', 'facebook', 'teams']

/** Every workstream of the document by name, in its order. */
export function workstreamCatalog(
  configuration: Pick<Configuration, 'workstreams'>,
): ReadonlyMap<WorkstreamName, WorkstreamSettings> {
  return new Map(configuration.workstreams?.map((workstream) => [workstream.name, workstreamSettings(workstream)]))
}

export function workstreamSettings(workstream: Workstream): WorkstreamSettings {
  const { type, channel, capacity = { units: 0 }, offer, autoCloseAfterInactivity: inactivity } = workstream
  const autoAssign = type === 'record' || (offer?.autoAssign ?? false)
  return {
    name: workstream.name,
    type,
    channel,
    table: workstream.table ?? null,
    distribution: workstream.distribution ?? 'push',
    selectFromPush: workstream.selectFromPush ?? false,
    fallbackQueue: workstream.fallbackQueue ?? defaultQueueNames[type],
    units: 'units' in capacity ? capacity.units : 0,
    capacityProfiles: 'profiles' in capacity ? capacity.profiles : [],
    allowedPresences: workstream.allowedPresences ?? ['Available', 'Busy'],
    skillMatching: workstream.skillMatching ?? 'none',
    affinity: workstream.affinity ?? affinityByDefault.includes(channel),
    wrapUpBlock: wrapUpBlock(workstream.wrapUp),
    autoCloseAfterInactivityMs: inactivity === undefined ? null : durationMs(inactivity),
    offerTimeoutMs: durationMs(offer?.timeout ?? '120s'),
    autoAssign,
    rejectable: !autoAssign && (offer?.rejectable ?? true),
    contextVariables: new Map(workstream.contextVariables?.map(({ name, type: kind }) => [name, kind])),
    classification: workstream.classification ?? [],
    routeToQueue: workstream.routeToQueue ?? null,
  }
}

/** The type of every field that `item.workstream.<field>` can read. */
export const workstreamFactTypes = {
  name: 'text',
  type: 'text',
  channel: 'text',
  table: 'text',
  distribution: 'text',
  selectFromPush: 'boolean',
  fallbackQueue: 'text',
  capacity: 'number',
  'capacity.units': 'number',
  'capacity.profiles': 'list',
  allowedPresences: 'list',
  skillMatching: 'text',
  affinity: 'boolean',
  autoCloseAfterInactivity: 'duration',
  'offer.timeout': 'duration',
  'offer.autoAssign': 'boolean',
  'offer.rejectable': 'boolean',
} as const

/** What rules read of a workstream (`Facts.workstream`): the document's field names, nested ones with a dot.
 *
 * Units: durations in milliseconds. `capacity` alone means its units. */
export function workstreamFacts(
  settings: WorkstreamSettings,
): Readonly<Record<keyof typeof workstreamFactTypes, Literal | readonly string[]>> {
  return {
    name: settings.name,
    type: settings.type,
    channel: settings.channel,
    table: settings.table,
    distribution: settings.distribution,
    selectFromPush: settings.selectFromPush,
    fallbackQueue: settings.fallbackQueue,
    capacity: settings.units,
    'capacity.units': settings.units,
    'capacity.profiles': settings.capacityProfiles,
    allowedPresences: settings.allowedPresences,
    skillMatching: settings.skillMatching,
    affinity: settings.affinity,
    autoCloseAfterInactivity: settings.autoCloseAfterInactivityMs,
    'offer.timeout': settings.offerTimeoutMs,
    'offer.autoAssign': settings.autoAssign,
    'offer.rejectable': settings.rejectable,
  }
}

function wrapUpBlock(wrapUp: Workstream['wrapUp']): WorkstreamSettings['wrapUpBlock'] {
  if (wrapUp === undefined || wrapUp === 'alwaysBlock') return 'untilClosed'
  return wrapUp === 'dontBlock' ? 0 : durationMs(wrapUp.block)
}
