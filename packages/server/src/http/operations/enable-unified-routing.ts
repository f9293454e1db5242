import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { viewUnifiedRouting } from '../views/unified-routing-view.ts'

export const enableUnifiedRouting: Handler<'enableUnifiedRouting'> = async (call, services) => {
  const { caller } = call
  const { state, prerequisites } = await viewUnifiedRouting(caller, services)
  const missing = prerequisites.filter(({ met }) => !met)
  const [first] = missing
  if (first !== undefined)
    throw new AppError('refused', first.reason, {
      reason: 'prerequisites',
      errors: missing.map(({ key, reason }) => ({ path: `prerequisites.${key}`, message: reason })),
    })
  if (state !== 'on' && state !== 'provisioning') {
    await services.enabling.provisioner.turnOn(caller.account.name)
    await recordAudit(call, services, {
      action: 'provisioningStarted',
      list: 'unifiedRouting',
      name: null,
      summary: 'Turning on of unified routing was started',
    })
  }
  return { body: await viewUnifiedRouting(caller, services) }
}
