import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { viewAlert } from '../views/alert-view.ts'

export const acknowledgeAlert: Handler<'acknowledgeAlert'> = async ({ params, caller }, { alerts }) => {
  const alert = await alerts.acknowledge(params.id, caller.account.email ?? caller.account.name)
  if (alert === null)
    throw new AppError('notFound', `There is no alert ${params.id}; list them to see what was raised.`)
  return { body: viewAlert(alert) }
}
