import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const moveBusinessUnit: Handler<'moveBusinessUnit'> = async (call, services) => {
  const { before, after } = await services.businessUnits.move(call.params.name, call.body.parent)
  const { name, parent } = after
  if (before !== parent)
    await recordAudit(call, services, {
      action: 'businessUnitChanged',
      list: 'businessUnits',
      name,
      summary: `The business unit ${name} was moved below ${parent}`,
      before: { parent: before },
      after: { parent },
    })
  return { body: after }
}
