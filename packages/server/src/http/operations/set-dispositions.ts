import { AppError } from '@unified-routing/contract'
import { codesOf } from '../disposition-codes.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'
import type { Services } from '../services.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** By whoever wraps it up, or a supervisor. A conversation keeps a code by its title, also when the code is gone. */
export const setDispositions: Handler<'setDispositions'> = async ({ params, body, caller, request }, services) => {
  const dispositions = [...new Set(body.dispositions)]
  const item = await requireVisibleWorkItem(params.id, caller, services)
  await requireCodesOf(item.workstream, dispositions, services)
  const command = { type: 'setDispositions', workItem: params.id, dispositions } as const
  return actOnHeldWork({ command, caller, request }, services)
}

async function requireCodesOf(workstream: string, chosen: readonly string[], services: Services): Promise<void> {
  const known = await codesOf(workstream, services)
  const errors = chosen.flatMap((title, index) =>
    known.includes(title)
      ? []
      : [
          {
            path: `body.dispositions[${index}]`,
            message: `there is no code ${title} for conversations of ${workstream}`,
          },
        ],
  )
  if (errors.length > 0) throw new AppError('invalid', 'Some disposition codes cannot be chosen here.', { errors })
}
