import type { Workstream } from '@unified-routing/routing'
import { fieldOfPlace } from '../rules/draft/places.ts'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'

interface FieldProblem {
  /** By which the summary of problems finds it. */
  readonly 'data-field': string
  readonly validationState?: 'error'
  readonly validationMessage?: string
}

/** What is wrong with a setting of the workstream, for the field that shows it: "offer.timeout". */
export function fieldProblem(draft: RowDraft<Workstream>, place: string): FieldProblem {
  const path = `${draft.path}.${place}`
  const isHere = (problem: string) =>
    problem === path || problem.startsWith(`${path}.`) || problem.startsWith(`${path}[`)
  const found = draft.problems.find((problem) => isHere(problem.path))
  const mark = { 'data-field': fieldOfPlace(path) }
  return found === undefined ? mark : { ...mark, validationState: 'error', validationMessage: found.message }
}
