import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'
import { requireRouter } from '../require-router.ts'
import { viewExplanation } from '../views/candidate-view.ts'
import { unknownRepresentative } from '../views/representative-view.ts'

export const explainWorkItem: Handler<'explainWorkItem'> = async ({ params, query, caller }, services) => {
  await requireVisibleWorkItem(params.id, caller, services)
  if (!services.catalogs().representatives.has(query.representative)) throw unknownRepresentative(query.representative)
  const explanation = (await requireRouter(services.engine)).explain(params.id, query.representative)
  if (explanation === null)
    throw new AppError('notFound', `Work item ${params.id} is closed; only open work can be explained.`)
  return { body: viewExplanation(explanation) }
}
