import { type HealthFinding, licenceOf, licences } from '@unified-routing/contract'
import type { Router } from '@unified-routing/routing'
import type { InstallationFacts } from '../../provisioning/prerequisites.ts'
import type { Services } from '../services.ts'
import { found } from './found.ts'
import { queueFindings } from './queue-findings.ts'

export interface LiveState {
  readonly services: Services
  readonly facts: InstallationFacts
  readonly isOn: boolean
  readonly drains: boolean
}

/** What keeps work from flowing right now. */
export function liveFindings({ services, facts, isOn, drains }: LiveState): HealthFinding[] {
  const router = services.engine.router()
  return [
    ...routingFindings({ isOn, drains }),
    ...serviceFindings(facts),
    ...consentFindings(facts, isOn),
    ...channelFindings(services),
    ...(router === null ? [] : [...queueFindings(router, services.catalogs()), ...parkedFindings(router)]),
  ]
}

function routingFindings({ isOn, drains }: { isOn: boolean; drains: boolean }): HealthFinding[] {
  if (isOn) return []
  return [
    found('routingOff', {
      severity: drains ? 'warning' : 'error',
      title: drains ? 'Unified routing is off and drains' : 'Unified routing is off',
      detail: drains
        ? 'Open work is given out to its end; new records and conversations are not routed.'
        : 'New records are saved without being routed, and no conversation is taken.',
      fix: { kind: 'open', label: 'Open unified routing', place: 'unifiedRouting', name: null },
    }),
  ]
}

function serviceFindings({ missingServices, missingMigrations, supportContact }: InstallationFacts): HealthFinding[] {
  const services = missingServices.map((service) =>
    found('serviceDown', {
      severity: 'error',
      title: `Does not run: ${service}`,
      detail: 'No server of this installation attends to it at the moment.',
      fix: { kind: 'tell', label: `Contact ${supportContact}` },
    }),
  )
  if (missingMigrations.length === 0) return services
  const schema = found('schemaOld', {
    severity: 'error',
    title: 'The database is older than this release',
    detail: `Missing: ${missingMigrations.join(', ')}. A restart of the server adds them.`,
    fix: { kind: 'tell', label: `Contact ${supportContact}` },
  })
  return [...services, schema]
}

function consentFindings({ hasConsent }: InstallationFacts, isOn: boolean): HealthFinding[] {
  if (hasConsent) return []
  return [
    found('consentMissing', {
      severity: isOn ? 'warning' : 'error',
      title: isOn ? 'Unified routing works without a recorded consent' : 'No consent is in force',
      detail: isOn
        ? 'It was turned on before consent was asked for. A tenant administrator can consent now.'
        : 'Nobody has consented yet, or it was revoked; without it unified routing cannot be turned on.',
      fix: { kind: 'open', label: 'Open the consent form', place: 'consent', name: null },
    }),
  ]
}

/** Workstreams whose channel takes nothing. */
function channelFindings({ catalogs, enabling }: Services): HealthFinding[] {
  return [...catalogs().workstreams.values()].flatMap(({ name, channel }) => {
    const refusal = enabling.admission.refuse(channel)
    if (refusal === null) return []
    const licence = licenceOf[channel]
    const isLicensed = enabling.admission.isGranted(licence)
    return [
      found(isLicensed ? 'channelOff' : 'channelNotLicensed', {
        severity: 'error',
        title: `The workstream ${name} gets no work`,
        detail: refusal.message,
        fix: isLicensed
          ? { kind: 'do', label: 'Turn the channel on', action: 'turnOnChannel', target: channel }
          : { kind: 'do', label: `Add ${licences[licence].title}`, action: 'grantLicence', target: licence },
      }),
    ]
  })
}

function parkedFindings(router: Router): HealthFinding[] {
  let count = 0
  for (const { parked, state } of router.openWorkItems()) if (parked && state === 'Open') count += 1
  if (count === 0) return []
  return [
    found('parked', {
      severity: 'warning',
      title: `${count} ${count === 1 ? 'item is' : 'items are'} parked`,
      detail: 'So many people declined them that nobody is offered them any more; assign or pick them by hand.',
      fix: { kind: 'open', label: 'Open the waiting work', place: 'diagnostics', name: null },
    }),
  ]
}
