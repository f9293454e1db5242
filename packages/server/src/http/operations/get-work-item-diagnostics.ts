import type { StageView } from '@unified-routing/contract'
import { stagesOf } from '../diagnostics/stages.ts'
import type { Handler } from '../handler.ts'
import { requireExplainableWorkItem } from '../policies.ts'
import { reachesRepresentative } from '../reach.ts'
import type { Services } from '../services.ts'
import { viewCandidate } from '../views/candidate-view.ts'
import { viewOneWorkItem } from '../views/work-item-view.ts'

/** An item with a longer history shows its first part; the journal has the rest. */
const EVENTS_MAX = 2_000

export const getWorkItemDiagnostics: Handler<'getWorkItemDiagnostics'> = async ({ params, caller }, services) => {
  const item = await requireExplainableWorkItem(params.id, caller, services)
  const events = await services.reads.journal({ workItem: item.id, after: 0, limit: EVENTS_MAX })
  const isOpen = item.state !== 'Closed'
  const candidates = isOpen ? ((await services.engine.settled())?.candidates(item.id) ?? null) : []
  const shown = candidates?.filter(({ representative }) =>
    reachesRepresentative(representative, { caller, right: 'seeRepresentatives' }, services),
  )
  const stages = await withVersions(stagesOf(events, services.now()), services)
  return {
    body: {
      workItem: await viewOneWorkItem(item, caller, services),
      stages,
      candidates: shown?.map(viewCandidate) ?? null,
    },
  }
}

/** The last event of a stage is its decision. */
async function withVersions(stages: ReturnType<typeof stagesOf>, { history }: Services): Promise<StageView[]> {
  const versions = await history.versionsAt(stages.flatMap(({ sequences }) => sequences.slice(-1)))
  return stages.map((stage) => ({ ...stage, configurationVersion: versions.get(stage.sequences.at(-1) ?? 0) ?? null }))
}
