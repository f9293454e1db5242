import type { Workstream } from '@unified-routing/routing'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import { workstreamIndex } from '../rules/kinds/rows-of.ts'

interface FieldProblem {
  readonly validationState?: 'error'
  readonly validationMessage?: string
}

/** What is wrong with a setting of the workstream, for the field that shows it: "offer.timeout". */
export function fieldProblem({ configuration, row, problems }: RowDraft<Workstream>, place: string): FieldProblem {
  const path = `workstreams[${workstreamIndex(configuration, row.name)}].${place}`
  const isHere = (problem: string) =>
    problem === path || problem.startsWith(`${path}.`) || problem.startsWith(`${path}[`)
  const found = problems.find((problem) => isHere(problem.path))
  return found === undefined ? {} : { validationState: 'error', validationMessage: found.message }
}
