import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { requireExplainableWorkItem } from '../policies.ts'
import { reachesRepresentative } from '../reach.ts'
import { requireRouter } from '../require-router.ts'
import { viewExplanation } from '../views/candidate-view.ts'
import { unknownRepresentative } from '../views/representative-view.ts'

export const explainWorkItem: Handler<'explainWorkItem'> = async ({ params, query, caller }, services) => {
  await requireExplainableWorkItem(params.id, caller, services)
  if (!reachesRepresentative(query.representative, { caller, right: 'seeRepresentatives' }, services))
    throw unknownRepresentative(query.representative)
  const explanation = (await requireRouter(services.engine)).explain(params.id, query.representative)
  if (explanation === null)
    throw new AppError('notFound', `Work item ${params.id} is closed; only open work can be explained.`)
  return { body: viewExplanation(explanation) }
}
