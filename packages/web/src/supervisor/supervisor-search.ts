import { channels, textOf } from '../search-params.ts'

/** What the addresses of the supervisor's pages may hold: period, filters, sort. Unknown values are dropped. */

export const periods = ['today', '2h', '24h'] as const
export type PeriodName = (typeof periods)[number]

export interface FiguresSearch {
  readonly period?: Exclude<PeriodName, 'today'>
  /** A figure, or a column, to sort by; with - descending. */
  readonly sort?: string
  /** Part of a name. */
  readonly q?: string
}

export interface QueuesSearch extends FiguresSearch {
  readonly type?: 'messaging' | 'record' | 'voice'
}

export interface RepresentativesSearch extends FiguresSearch {
  readonly queue?: string
  readonly presence?: string
}

const workStates = ['Open', 'Active', 'Waiting', 'Wrap-up'] as const
const workSorts = ['createdAt', '-createdAt', 'queuedAt', 'changedAt'] as const

export interface WorkSearch {
  readonly queue?: string
  readonly representative?: string
  readonly state?: (typeof workStates)[number]
  readonly channel?: (typeof channels)[number]
  readonly sort?: (typeof workSorts)[number]
}

type Raw = Readonly<Record<string, unknown>>

export function parseQueuesSearch(raw: Raw): QueuesSearch {
  return { ...figuresSearch(raw), ...some('type', oneOf(['messaging', 'record', 'voice'] as const, raw.type)) }
}

export function parseRepresentativesSearch(raw: Raw): RepresentativesSearch {
  return {
    ...figuresSearch(raw),
    ...some('queue', textOf(raw.queue)),
    ...some('presence', textOf(raw.presence)),
  }
}

export function parseWorkSearch(raw: Raw): WorkSearch {
  return {
    ...some('queue', textOf(raw.queue)),
    ...some('representative', textOf(raw.representative)),
    ...some('state', oneOf(workStates, raw.state)),
    ...some('channel', oneOf(channels, raw.channel)),
    ...some('sort', oneOf(workSorts, raw.sort)),
  }
}

export { workStates }

function figuresSearch(raw: Raw): FiguresSearch {
  return {
    ...some('period', oneOf(['2h', '24h'] as const, raw.period)),
    ...some('sort', textOf(raw.sort)),
    ...some('q', textOf(raw.q)),
  }
}

function some<const Key extends string, Value>(key: Key, value: Value | undefined) {
  if (value === undefined) return {}
  const pair: Partial<Record<Key, Value>> = {}
  pair[key] = value
  return pair
}

function oneOf<const Value extends string>(values: readonly Value[], raw: unknown): Value | undefined {
  return values.find((value) => value === raw)
}
