import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { viewUnifiedRouting } from '../views/unified-routing-view.ts'

/** What the caller must be; consent, licences and services do not matter for turning off. */
const asked: readonly string[] = ['rootSystemAdministrator', 'accessMode']

export const disableUnifiedRouting: Handler<'disableUnifiedRouting'> = async (call, services) => {
  const { body, caller } = call
  const { prerequisites } = await viewUnifiedRouting(caller, services)
  const missing = prerequisites.find(({ key, met }) => !met && asked.includes(key))
  if (missing !== undefined) throw new AppError('refused', missing.reason, { reason: 'prerequisites' })
  const { provisioner } = services.enabling
  await provisioner.turnOff(caller.account.name, body.openWork)
  await provisioner.settled()
  await recordAudit(call, services, {
    action: 'provisioningStarted',
    list: 'unifiedRouting',
    name: null,
    summary: `Turning off of unified routing was started; open work ${body.openWork === 'drain' ? 'drains' : 'returns to its queues'}`,
  })
  return { body: await viewUnifiedRouting(caller, services) }
}
