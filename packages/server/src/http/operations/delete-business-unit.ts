import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const deleteBusinessUnit: Handler<'deleteBusinessUnit'> = async (call, services) => {
  const { name } = call.params
  const parent = await services.businessUnits.remove(name)
  await recordAudit(call, services, {
    action: 'businessUnitChanged',
    list: 'businessUnits',
    name,
    summary: `The business unit ${name} was deleted`,
    before: { parent },
  })
  return { body: null }
}
