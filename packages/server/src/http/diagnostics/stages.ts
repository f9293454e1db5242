import type { StageView } from '@unified-routing/contract'
import type { Instant, RoutingEvent } from '@unified-routing/routing'
import { isoInstant } from '../views/instants.ts'
import { type OpenStage, openStage } from './open-stage.ts'
import { readStageEvent } from './stage-events.ts'

/** A stage as the journal tells it; which configuration decided it is for the history of versions to say. */
type JournalStage = Omit<StageView, 'configurationVersion'>

/** Beside that of a bot, which few items meet. */
const stageNames = ['intake', 'classification', 'routeToQueue', 'prioritization', 'assignment', 'offer'] as const

/** The stages of an item as its journal tells them, in order. An item that came back to a queue has the later ones again. */
export function stagesOf(events: readonly RoutingEvent[], now: Instant): JournalStage[] {
  const stages: OpenStage[] = []
  for (const event of events) readStageEvent(stages, event)
  return [...stages.map((stage) => closeStage(stage, now)), ...missingStages(stages)]
}

function closeStage({ startedAt, endedAt, ...stage }: OpenStage, now: Instant): JournalStage {
  const isRunning = stage.status === 'running'
  const end = isRunning ? now : (endedAt ?? startedAt)
  return {
    ...stage,
    startedAt: isoInstant(startedAt),
    durationMs: isRunning ? null : Math.max(0, end - startedAt),
  }
}

/** Stages before the last one reached were skipped; those after it are still to come. */
function missingStages(stages: readonly OpenStage[]): JournalStage[] {
  const lastReached = Math.max(-1, ...stages.map(({ stage }) => (stage === 'bot' ? -1 : stageNames.indexOf(stage))))
  return stageNames.flatMap((name, index) => {
    if (stages.some(({ stage }) => stage === name)) return []
    const {
      startedAt: _startedAt,
      endedAt: _endedAt,
      ...empty
    } = openStage(name, { at: 0, queue: null, sequence: null })
    const isSkipped = index < lastReached
    return [
      {
        ...empty,
        status: isSkipped ? 'skipped' : 'notReached',
        summary: isSkipped ? 'Not needed for this item' : 'Not reached yet',
        startedAt: null,
        durationMs: null,
      },
    ]
  })
}
