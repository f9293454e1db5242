import type { ProvisioningRun, UnifiedRoutingView } from '@unified-routing/contract'
import type { Caller } from '../../auth/caller.ts'
import { prerequisitesOf } from '../../provisioning/prerequisites.ts'
import { provisioningSteps } from '../../provisioning/steps/all-steps.ts'
import type { StoredRun } from '../../store/provisioning-runs.ts'
import type { Services } from '../services.ts'
import { viewConsent } from './consent-view.ts'
import { isoInstant } from './instants.ts'

type State = UnifiedRoutingView['state']
type Message = UnifiedRoutingView['message']

/** Whether unified routing is on, as one caller sees it. */
export async function viewUnifiedRouting(caller: Caller, services: Services): Promise<UnifiedRoutingView> {
  const { enabling, engine, reads } = services
  const [facts, run, openWork, consents, routing] = await Promise.all([
    enabling.facts(),
    enabling.run(),
    enabling.openWork(),
    enabling.consents(),
    reads.routing(),
  ])
  const router = engine.router()
  const isOn = router?.routingEnabled() ?? routing.enabled
  const drains = router?.isDraining() ?? routing.drains
  const prerequisites = prerequisitesOf(caller, facts)
  const hasOpenWork = openWork.waiting + openWork.offered + openWork.accepted > 0
  const state = stateOf({ isOn, drains: drains && hasOpenWork, run })
  const inForce = consents.find(({ revokedAt }) => revokedAt === null)
  return {
    state,
    message: messageOf(state, run, prerequisites),
    prerequisites,
    consent: inForce === undefined ? null : viewConsent(inForce),
    mayConsent: caller.account.tenantAdministrator,
    supportContact: facts.supportContact,
    run: run === null ? null : viewRun(run),
    openWork,
  }
}

function stateOf({ isOn, drains, run }: { isOn: boolean; drains: boolean; run: StoredRun | null }): State {
  if (run?.kind === 'provisioning' && run.finishedAt === null) return 'provisioning'
  if (isOn) return 'on'
  if (drains) return 'draining'
  return run?.kind === 'provisioning' && run.status === 'Failed' ? 'failed' : 'off'
}

function messageOf(state: State, run: StoredRun | null, prerequisites: UnifiedRoutingView['prerequisites']): Message {
  if (state === 'provisioning')
    return { kind: 'progress', text: 'Unified routing is being provisioned. You may leave this page.' }
  if (state === 'on' && run?.status === 'Failed') return { kind: 'failure', text: failureText(run, 'turned off') }
  if (state === 'on')
    return run?.status === 'Completed' ? { kind: 'success', text: 'Unified routing successfully provisioned' } : null
  if (state === 'failed') return { kind: 'failure', text: failureText(run, 'provisioned') }
  const missing = prerequisites.find(({ met }) => !met)
  return missing === undefined ? null : { kind: 'needed', text: missing.reason }
}

function failureText(run: StoredRun | null, what: string): string {
  const failed = run?.steps.find((step) => step.state === 'failed')
  const steps = run === null ? [] : provisioningSteps[run.kind]
  const title = steps.find(({ name }) => name === failed?.name)?.title ?? 'a step'
  return `Unified routing could not be ${what}: the step ${title} failed.`
}

function viewRun(run: StoredRun): ProvisioningRun {
  const titles = new Map(provisioningSteps[run.kind].map(({ name, title }) => [name, title]))
  return {
    id: run.id,
    kind: run.kind,
    status: run.status,
    openWork: run.openWork,
    startedBy: run.startedBy,
    startedAt: isoInstant(run.startedAt),
    finishedAt: run.finishedAt === null ? null : isoInstant(run.finishedAt),
    steps: run.steps.map((step) => ({
      ...step,
      title: titles.get(step.name) ?? step.name,
      startedAt: step.startedAt === null ? null : isoInstant(step.startedAt),
      finishedAt: step.finishedAt === null ? null : isoInstant(step.finishedAt),
    })),
  }
}
