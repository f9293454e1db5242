import type { HealthFinding } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { configurationHealth } from '../insights/configuration-health.ts'
import { liveFindings } from '../insights/live-findings.ts'
import { isoInstant } from '../views/instants.ts'

const FINDINGS_MAX = 2_000
const rank: Readonly<Record<HealthFinding['severity'], number>> = { error: 0, warning: 1, suggestion: 2 }

export const checkHealth: Handler<'checkHealth'> = async (_call, services) => {
  const { enabling, engine, reads, catalogs, now } = services
  const [facts, stored] = await Promise.all([enabling.facts(), reads.routing()])
  const router = engine.router()
  const isOn = router?.routingEnabled() ?? stored.enabled
  const drains = router?.isDraining() ?? stored.drains
  const findings = [
    ...liveFindings({ services, facts, isOn, drains }),
    ...configurationHealth(catalogs().document, now()),
  ]
  return {
    body: {
      checkedAt: isoInstant(now()),
      findings: findings.toSorted((one, other) => rank[one.severity] - rank[other.severity]).slice(0, FINDINGS_MAX),
    },
  }
}
