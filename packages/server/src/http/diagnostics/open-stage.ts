import type { StageView } from '@unified-routing/contract'
import type { Instant } from '@unified-routing/routing'

/** A stage while the journal is read: what a page shows, with its instants as numbers. */
export interface OpenStage {
  readonly stage: StageView['stage']
  readonly startedAt: Instant
  readonly queue: string | null
  status: StageView['status']
  endedAt: Instant | null
  summary: string
  representative: string | null
  rulesets: StageView['rulesets']
  candidates: StageView['candidates']
  reasons: StageView['reasons']
  sequences: readonly number[]
}

interface Beginning {
  readonly at: Instant
  readonly queue: string | null
  /** The journal event that begins it; null: none does. */
  readonly sequence: number | null
}

export function openStage(stage: StageView['stage'], { at, queue, sequence }: Beginning): OpenStage {
  return {
    stage,
    startedAt: at,
    queue,
    status: 'running',
    endedAt: null,
    summary: '',
    representative: null,
    rulesets: [],
    candidates: [],
    reasons: {},
    sequences: sequence === null ? [] : [sequence],
  }
}
