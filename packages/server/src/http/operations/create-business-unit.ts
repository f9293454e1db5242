import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const createBusinessUnit: Handler<'createBusinessUnit'> = async (call, services) => {
  const unit = await services.businessUnits.add(call.body)
  const { name, parent } = unit
  await recordAudit(call, services, {
    action: 'businessUnitChanged',
    list: 'businessUnits',
    name,
    summary: `The business unit ${name} was added below ${parent}`,
    after: { parent },
  })
  return { body: unit }
}
