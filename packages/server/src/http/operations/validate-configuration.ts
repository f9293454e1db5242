import { validateConfiguration as validate } from '@unified-routing/routing'
import { planConfiguration } from '../configuration-plan.ts'
import type { Handler } from '../handler.ts'

export const validateConfiguration: Handler<'validateConfiguration'> = async ({ body }, { engine }) => {
  const present = engine.configuration()
  const checked = validate(body)
  if (!checked.ok)
    return {
      body: { ok: false, problems: checked.problems.slice(0, PROBLEMS_SHOWN_MAX), plan: [], version: present.version },
    }
  const plan = planConfiguration(present.document, checked.configuration)
  return { body: { ok: true, problems: [], plan, version: present.version } }
}

const PROBLEMS_SHOWN_MAX = 1_000
