import { stagesOf } from '../diagnostics/stages.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'
import { viewCandidate } from '../views/candidate-view.ts'
import { viewOneWorkItem } from '../views/work-item-view.ts'

/** An item with a longer history shows its first part; the journal has the rest. */
const EVENTS_MAX = 2_000

export const getWorkItemDiagnostics: Handler<'getWorkItemDiagnostics'> = async ({ params, caller }, services) => {
  const item = await requireVisibleWorkItem(params.id, caller, services)
  const events = await services.reads.journal({ workItem: item.id, after: 0, limit: EVENTS_MAX })
  const isOpen = item.state !== 'Closed'
  const candidates = isOpen ? ((await services.engine.settled())?.candidates(item.id).map(viewCandidate) ?? null) : []
  return {
    body: { workItem: await viewOneWorkItem(item, services), stages: stagesOf(events, services.now()), candidates },
  }
}
