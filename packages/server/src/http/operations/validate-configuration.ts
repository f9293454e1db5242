import { checkConfiguration } from '../check-configuration.ts'
import { configurationFindings } from '../configuration-findings.ts'
import { planConfiguration } from '../configuration-plan.ts'
import type { Handler } from '../handler.ts'

export const validateConfiguration: Handler<'validateConfiguration'> = async ({ body }, { engine, now }) => {
  const { document, version } = engine.configuration()
  const checked = checkConfiguration(body, document)
  if (!checked.ok) return { body: { ok: false, problems: checked.problems, plan: [], findings: [], version } }
  const plan = planConfiguration(document, checked.configuration)
  return {
    body: { ok: true, problems: [], plan, findings: configurationFindings(checked.configuration, now()), version },
  }
}
