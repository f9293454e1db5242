import { isDeepStrictEqual } from 'node:util'
import { AppError, type Capability, capabilitiesOf, type Role } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { type Caller, may } from '../auth/caller.ts'
import { effectiveRoles } from '../auth/effective-roles.ts'
import { defaultRoles } from '../auth/representative-roles.ts'
import { requireNoMoreThanOwn } from '../auth/require-no-more-than-own.ts'

/** A part of the configuration that a change touches, and what it takes to touch it. */
interface Touched {
  readonly path: string
  readonly capability: Capability
}

type Representative = NonNullable<Configuration['representatives']>[number]
type Named = { readonly name: string }

/** Fails as `forbidden` when a change of the configuration touches what the caller's roles do not reach.
 *
 * The document is one, the privileges are not: supervisors give people presence, capacity and queues, and who may do
 * what is for those who manage accounts. */
export function requireMayChange(caller: Caller, before: Configuration, after: Configuration): void {
  const beyond = touchedParts(caller, before, after).filter(({ capability }) => !may(caller, capability))
  if (beyond.length === 0) return
  const held = caller.roles.length === 0 ? 'no role' : caller.roles.join(', ')
  const shown = beyond.slice(0, PARTS_NAMED_MAX).map(({ path }) => path)
  throw new AppError(
    'forbidden',
    `You have ${held}, which does not allow changing ${shown.join(', ')}; an administrator can give you the role.`,
    {
      errors: beyond
        .slice(0, PARTS_LISTED_MAX)
        .map(({ path }) => ({ path, message: 'is not for your roles to change' })),
    },
  )
}

const PARTS_NAMED_MAX = 3
const PARTS_LISTED_MAX = 100

function touchedParts(caller: Caller, before: Configuration, after: Configuration): readonly Touched[] {
  const { representatives: peopleBefore, queues: queuesBefore, ...restBefore } = before
  const { representatives: peopleAfter, queues: queuesAfter, ...restAfter } = after
  const rest = changedKeys(restBefore, restAfter)
  requireOwnPersonas(caller, before, after)
  return [
    ...pairs(peopleBefore, peopleAfter).flatMap((pair) =>
      touchedOfRepresentative(caller, {
        ...pair,
        held: rolesOf(pair.before, before),
        given: rolesOf(pair.after, after),
      }),
    ),
    ...pairs(queuesBefore, queuesAfter).flatMap(touchedOfQueue),
    ...rest.map((path) => ({ path, capability: capabilityOf(path) })),
  ]
}

/** What a role allows is for those who give roles. */
function capabilityOf(list: string): Capability {
  return list === 'customRoles' ? 'manageAccounts' : 'editConfiguration'
}

/** Fails as `forbidden` when a custom role gets a persona that allows more than the caller may do. */
function requireOwnPersonas(caller: Caller, before: Configuration, after: Configuration): void {
  if (!may(caller, 'manageAccounts')) return
  for (const { name, before: old, after: fresh } of pairs(before.customRoles, after.customRoles)) {
    if (fresh === undefined || old?.persona === fresh.persona) continue
    requireNoMoreThanOwn(caller, {
      roles: beyondHandling(effectiveRoles([name], after)),
      path: `customRoles ${name} persona`,
    })
  }
}

interface Pair<Entry> {
  readonly name: string
  readonly before: Entry | undefined
  readonly after: Entry | undefined
}

/** Capacity and presence of people are open to supervisors; who they are to the system is not. */
const representativeFields: Readonly<Record<string, Capability>> = {
  units: 'editRepresentatives',
  capacityProfiles: 'editRepresentatives',
  defaultPresence: 'editRepresentatives',
  roles: 'manageAccounts',
  email: 'manageAccounts',
  businessUnit: 'manageAccounts',
}

/** Roles that reach no further than work; administrators who handle none themselves may give them. */
const handlingRoles: readonly Role[] = ['Customer Service Representative', 'Omnichannel Agent']

/** With the roles of the product that somebody's come down to, before and after. */
interface PersonPair extends Pair<Representative> {
  readonly held: readonly Role[]
  readonly given: readonly Role[]
}

function touchedOfRepresentative(caller: Caller, pair: PersonPair): readonly Touched[] {
  const { name, before, after, held, given } = pair
  const path = `representatives ${name}`
  if (may(caller, 'manageAccounts'))
    requireNoMoreThanOwn(caller, { roles: beyondHandling(openedRoles(pair)), path: `${path} roles` })
  if (before === undefined || after === undefined) {
    const beyond = beyondHandling(before === undefined ? given : held)
    // Whoever comes or goes may be no mightier than who adds or removes them.
    const isMightier = !capabilitiesOf(beyond).every((capability) => may(caller, capability))
    return [{ path, capability: isMightier ? 'manageAccounts' : 'editConfiguration' }]
  }
  const changed = changedKeys({ ...before, roles: roleNamesOf(before) }, { ...after, roles: roleNamesOf(after) })
  return changed.map((field) => ({
    path: `${path} ${field}`,
    capability: representativeFields[field] ?? 'editConfiguration',
  }))
}

/** The roles that a change gives somebody: those added, and all of them where another address can sign in with them. */
function openedRoles({ before, after, held, given }: PersonPair): readonly Role[] {
  if (after === undefined) return []
  if (before === undefined || before.email !== after.email) return given
  return given.filter((role) => !held.includes(role))
}

function touchedOfQueue({ name, before, after }: Pair<Named>): readonly Touched[] {
  const path = `queues ${name}`
  if (before === undefined || after === undefined) return [{ path, capability: 'editConfiguration' }]
  return changedKeys(before, after).map((field) => ({
    path: `${path} ${field}`,
    capability: field === 'members' ? 'editRepresentatives' : 'editConfiguration',
  }))
}

function beyondHandling(held: readonly Role[]): readonly Role[] {
  return held.filter((role) => !handlingRoles.includes(role))
}

function rolesOf(representative: Representative | undefined, document: Configuration): readonly Role[] {
  return representative === undefined ? [] : effectiveRoles(representative.roles ?? defaultRoles, document)
}

function roleNamesOf(representative: Representative): readonly string[] {
  return [...(representative.roles ?? defaultRoles)].sort()
}

function pairs<Entry extends Named>(
  before: readonly Entry[] = [],
  after: readonly Entry[] = [],
): readonly Pair<Entry>[] {
  const old = new Map(before.map((entry) => [entry.name, entry]))
  const fresh = new Map(after.map((entry) => [entry.name, entry]))
  return [...new Set([...old.keys(), ...fresh.keys()])].map((name) => ({
    name,
    before: old.get(name),
    after: fresh.get(name),
  }))
}

function changedKeys(before: object, after: object): readonly string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const fresh = new Map<string, unknown>(Object.entries(after))
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (key) => !isDeepStrictEqual(old.get(key), fresh.get(key)),
  )
}
