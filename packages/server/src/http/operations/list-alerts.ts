import type { Handler } from '../handler.ts'
import { viewAlert } from '../views/alert-view.ts'

export const listAlerts: Handler<'listAlerts'> = async (_call, { alerts }) => ({
  body: { items: (await alerts.list()).map(viewAlert) },
})
