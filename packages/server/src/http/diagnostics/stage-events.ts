import type { StageView } from '@unified-routing/contract'
import type { RoutingEvent, RuleTrace } from '@unified-routing/routing'
import { type OpenStage, openStage } from './open-stage.ts'

type EventOf<Type extends RoutingEvent['type']> = Extract<RoutingEvent, { readonly type: Type }>

/** Adds what one event of the journal says to the stages read so far. */
export function readStageEvent(stages: OpenStage[], event: RoutingEvent): void {
  switch (event.type) {
    case 'workItem.intake':
    case 'workItem.classified':
    case 'workItem.routedToQueue':
      stages.push(readRuleStage(event))
      return
    case 'workItem.botEngaged':
      stages.push(begin('bot', event, `${event.bot} talks with the customer`))
      return
    case 'workItem.escalated':
      finish(stages, event, { status: 'done', summary: `Escalated: ${event.because ?? 'the bot asks for a person'}` })
      return
    case 'workItem.botLeft':
      if (running(stages, 'bot') !== undefined)
        finish(stages, event, { status: 'done', summary: `The bot left (${event.reason})` })
      return
    case 'workItem.queued':
      finish(stages, event, { status: 'done', summary: 'Moved on to another queue' })
      stages.push(prioritization(event), begin('assignment', event, 'Waiting for somebody who can take it'))
      return
    case 'workItem.offered':
    case 'workItem.assigned':
      readAssignment(stages, event)
      return
    case 'workItem.accepted':
      finish(stages, event, { status: 'done', summary: `Accepted by ${event.representative ?? 'its representative'}` })
      return
    case 'workItem.declined':
      finish(stages, event, {
        status: 'failed',
        summary: `${event.reason === 'AgentReject' ? 'Rejected' : 'Missed'} by ${event.representative ?? 'its representative'}`,
      })
      stages.push(begin('assignment', event, 'Looking for the next best'))
      return
    case 'workItem.offerWithdrawn':
      finish(stages, event, { status: 'failed', summary: `Withdrawn (${event.reason})` })
      return
    default:
      readWaiting(stages, event)
  }
}

/** What happens while an item waits or after it was taken. */
function readWaiting(stages: OpenStage[], event: RoutingEvent): void {
  const waiting = running(stages, 'assignment')
  switch (event.type) {
    case 'workItem.notAssigned':
      if (waiting === undefined) return
      waiting.reasons = event.reasons
      waiting.summary = 'Nobody can take it now'
      waiting.sequences = [...waiting.sequences, event.sequence]
      return
    case 'workItem.parked':
      if (waiting === undefined) return
      waiting.summary = `Declined by ${event.decliners}: only pick and assignment by hand remain`
      waiting.sequences = [...waiting.sequences, event.sequence]
      return
    case 'workItem.overflowed':
      if (waiting !== undefined) waiting.summary = `Overflow (${event.trigger}): ${event.action}`
      return
    case 'workItem.stateChanged':
      if (event.to === 'Closed')
        finish(stages, event, { status: 'skipped', summary: `Closed (${event.reason ?? 'no reason'})` })
      // Out of a bot's hands, it comes to its queue as a new one does.
      else if (event.to === 'Open' && waiting === undefined && stages.at(-1)?.stage !== 'routeToQueue')
        stages.push(begin('assignment', event, 'Looking for the next best'))
      return
    default:
      return
  }
}

function readRuleStage(
  event: EventOf<'workItem.intake' | 'workItem.classified' | 'workItem.routedToQueue'>,
): OpenStage {
  switch (event.type) {
    case 'workItem.intake': {
      const summary = event.workstream === null ? 'No rule matched: not routed' : `Workstream ${event.workstream}`
      return ended('intake', event, { summary, rulesets: [unnamedRuleset(event.rules)] })
    }
    case 'workItem.classified': {
      const applied = event.rulesets.flatMap(({ rules }) => rules).filter(({ status }) => status === 'Applied').length
      return ended('classification', event, {
        summary: applied === 1 ? '1 rule applied' : `${applied} rules applied`,
        rulesets: event.rulesets.map(({ name, skipped = null, error = null, rules }) => ({
          name,
          skipped,
          error,
          rules,
        })),
      })
    }
    case 'workItem.routedToQueue':
      return ended('routeToQueue', event, {
        summary: event.message ?? `Queue ${event.queue ?? 'none'}`,
        rulesets: [unnamedRuleset(event.rules)],
      })
  }
}

function unnamedRuleset(rules: readonly RuleTrace[]): StageView['rulesets'][number] {
  return { name: null, skipped: null, error: null, rules }
}

function prioritization(event: EventOf<'workItem.queued'>): OpenStage {
  return ended('prioritization', event, {
    summary: `In queue ${event.queue ?? 'none'} (${event.reason})${event.rule === undefined ? '' : `, by rule ${event.rule}`}`,
    rulesets: [],
  })
}

function readAssignment(stages: OpenStage[], event: EventOf<'workItem.offered' | 'workItem.assigned'>): void {
  const waiting = running(stages, 'assignment') ?? begin('assignment', event, '')
  if (!stages.includes(waiting)) stages.push(waiting)
  const { representative, candidates, because } = event
  waiting.candidates = candidates
  waiting.representative = representative
  finish(stages, event, { status: 'done', summary: because })
  const offer = begin('offer', event, `Offered to ${representative ?? 'a representative'}`)
  offer.representative = representative
  stages.push(offer)
  if (event.type === 'workItem.assigned')
    finish(stages, event, {
      status: 'done',
      summary: `Assigned to ${representative ?? 'a representative'} without an offer`,
    })
}

function begin(stage: StageView['stage'], event: RoutingEvent, summary: string): OpenStage {
  return { ...openStage(stage, event), summary }
}

function ended(
  stage: StageView['stage'],
  event: RoutingEvent,
  outcome: Pick<OpenStage, 'summary' | 'rulesets'>,
): OpenStage {
  return { ...openStage(stage, event), status: 'done', endedAt: event.at, ...outcome }
}

/** Ends the stage that runs, if one does. */
function finish(
  stages: readonly OpenStage[],
  event: RoutingEvent,
  outcome: Pick<OpenStage, 'status' | 'summary'>,
): void {
  const stage = stages.findLast(({ status }) => status === 'running')
  if (stage === undefined) return
  stage.status = outcome.status
  stage.summary = outcome.summary
  stage.endedAt = event.at
  stage.sequences = [...new Set([...stage.sequences, event.sequence])]
}

function running(stages: readonly OpenStage[], name: StageView['stage']): OpenStage | undefined {
  return stages.findLast(({ stage, status }) => stage === name && status === 'running')
}
