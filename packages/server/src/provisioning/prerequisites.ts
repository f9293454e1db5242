import { type LicenceName, licences, type Prerequisite, rootBusinessUnit } from '@unified-routing/contract'
import type { Caller } from '../auth/caller.ts'

/** What turning on depends on beside the caller. */
export interface InstallationFacts {
  readonly hasConsent: boolean
  readonly licences: readonly LicenceName[]
  /** Parts of this installation that do not run, in words. */
  readonly missingServices: readonly string[]
  readonly missingMigrations: readonly string[]
  readonly supportContact: string
}

/** What must hold before unified routing can be turned on, judged for one caller. The texts are the reference's. */
export function prerequisitesOf(caller: Caller, facts: InstallationFacts): readonly Prerequisite[] {
  return [
    rootSystemAdministrator(caller),
    configurationRole(caller),
    accessMode(caller),
    consent(caller, facts),
    licence(facts),
    services(facts),
    schema(facts),
  ]
}

const askAnother = 'Another System Administrator can change it under User management.'

function rootSystemAdministrator({ roles, account }: Caller): Prerequisite {
  const title = 'System Administrator on the root business unit'
  const key = 'rootSystemAdministrator'
  if (!roles.includes('System Administrator')) {
    const reason = 'Your account does not have the role System Administrator.'
    return { key, title, met: false, reason, remedy: users('Open user management', askAnother) }
  }
  const isRoot = account.businessUnit === rootBusinessUnit
  const reason = isRoot
    ? 'You are System Administrator on the root business unit.'
    : `You are System Administrator on the business unit ${account.businessUnit}, not on the root business unit.`
  const remedy = isRoot ? null : users('Open user management', askAnother)
  return { key, title, met: isRoot, reason, remedy }
}

function configurationRole({ roles }: Caller): Prerequisite {
  const held = roles.find((role) => role === 'CSR Manager' || role === 'Customer Service Representative')
  return {
    key: 'configurationRole',
    title: 'CSR Manager or Customer Service Representative',
    met: held !== undefined,
    reason:
      held === undefined
        ? 'Your account has neither the role CSR Manager nor Customer Service Representative, one of which sets up the configuration.'
        : `You have the role ${held}.`,
    remedy:
      held === undefined
        ? users('Open user management', 'Give your account one of the two roles under User management.')
        : null,
  }
}

function accessMode({ account }: Caller): Prerequisite {
  const met = account.accessMode === 'Read-Write'
  return {
    key: 'accessMode',
    title: 'Access mode Read-Write',
    met,
    reason: met
      ? 'Your access mode is Read-Write.'
      : `Your access mode is ${account.accessMode}; it has to be Read-Write.`,
    remedy: met
      ? null
      : {
          kind: 'accounts',
          label: 'Open accounts',
          text: 'Another System Administrator can change it under Accounts.',
        },
  }
}

function consent({ account }: Caller, { hasConsent }: InstallationFacts): Prerequisite {
  return {
    key: 'consent',
    title: 'Consent of a tenant administrator',
    met: hasConsent,
    reason: hasConsent
      ? 'A tenant administrator has consented.'
      : 'Unified routing requires application permissions. A tenant administrator must provide consent before it can be turned on. Provide consent.',
    remedy: hasConsent
      ? null
      : {
          kind: 'consent',
          label: 'Provide consent',
          text: account.tenantAdministrator
            ? 'You are a tenant administrator: open the form, read what is asked for, and accept.'
            : 'You are no tenant administrator: send one the address of the form.',
        },
  }
}

function licence({ licences: granted }: InstallationFacts): Prerequisite {
  const met = granted.length > 0
  return {
    key: 'licence',
    title: 'Licence',
    met,
    reason: met
      ? `Licensed: ${granted.map((name) => licences[name].title).join(', ')}.`
      : 'No licence is granted, so there is nothing that could be routed.',
    remedy: met ? null : { kind: 'licences', label: 'Open licences', text: 'Grant at least one under Channels.' },
  }
}

function services({ missingServices, supportContact }: InstallationFacts): Prerequisite {
  const met = missingServices.length === 0
  return {
    key: 'services',
    title: 'Omnichannel services deployed',
    met,
    reason: met
      ? 'The router and the job runner work.'
      : `Some required services need to be installed before unified routing can be turned on. Please contact ${supportContact}.`,
    remedy: met ? null : checkAgain(`Does not run: ${missingServices.join(', ')}.`),
  }
}

function schema({ missingMigrations, supportContact }: InstallationFacts): Prerequisite {
  const met = missingMigrations.length === 0
  return {
    key: 'schema',
    title: 'Omnichannel schema up to date',
    met,
    reason: met
      ? 'The database has every change that this release needs.'
      : `Before unified routing can be turned on, Omnichannel needs to be updated. Please contact ${supportContact}.`,
    remedy: met ? null : checkAgain(`Missing in the database: ${missingMigrations.join(', ')}. A restart adds them.`),
  }
}

function users(label: string, text: string): Prerequisite['remedy'] {
  return { kind: 'users', label, text }
}

function checkAgain(text: string): Prerequisite['remedy'] {
  return { kind: 'checkAgain', label: 'Check again', text }
}
