import { type AccessRight, AppError } from '@unified-routing/contract'
import { offeredTo, participantOf, type RowKey } from '@unified-routing/routing'
import { type Caller, may } from '../auth/caller.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import type { RowReach, WorkReach } from '../store/reach.ts'
import { invalid } from './parse.ts'
import type { Services } from './services.ts'

type Sources = Pick<Services, 'catalogs' | 'scopes'>

/** The rows that a right of the caller reaches; null: every row. */
export function rowReach(
  right: Extract<AccessRight, 'seeRows' | 'changeRows' | 'deleteRows'>,
  caller: Caller,
  { scopes }: Pick<Services, 'scopes'>,
): RowReach | null {
  const units = scopes.of(caller).units(right)
  if (units === null) return null
  return { units, holder: right === 'deleteRows' ? null : caller.representative }
}

/** The work that the caller sees; null: everybody's. */
export function workReach(caller: Caller, { catalogs, scopes }: Sources): WorkReach | null {
  return ofUnits(may(caller, 'seeAllWork') ? scopes.of(caller).units('seeAllWork') : [], caller, { catalogs, scopes })
}

/** The work of customers that the caller may know of, be it in other queues: where its records are seen. */
export function historyReach(caller: Caller, sources: Sources): WorkReach | null {
  return ofUnits(sources.scopes.of(caller).units('seeRows'), caller, sources)
}

function ofUnits(units: readonly string[] | null, caller: Caller, { catalogs, scopes }: Sources): WorkReach | null {
  if (units === null) return null
  const { representative } = caller
  const queues = representative === null ? [] : catalogs().queuesOf(representative)
  return { representative, queues, queueUnits: scopes.of(caller).units('seeQueueWork'), units }
}

/** Whether an item is among the work that is reached; null: all is. */
export function isReached(item: OwnedWorkItem, reach: WorkReach | null): boolean {
  if (reach === null || isOwn(item, reach) || reach.units.includes(item.businessUnit)) return true
  return isInQueues(item, reach)
}

/** Whether somebody hears each word of a conversation as it is said: whoever has it, had it last, is offered it or takes
 * part, and those who see all work of its business unit. */
export function followsConversation(item: OwnedWorkItem, caller: Caller, sources: Sources): boolean {
  if (!may(caller, 'seeOwnWork')) return false
  const reach = workReach(caller, sources)
  return reach === null || isOwn(item, reach) || reach.units.includes(item.businessUnit)
}

/** Held, offered, taken part in, or had last. */
function isOwn(item: OwnedWorkItem, { representative }: WorkReach): boolean {
  if (representative === null) return false
  if (participantOf(item, representative) !== undefined) return true
  return [item.session?.representative, item.lastRepresentative, offeredTo(item)].includes(representative)
}

/** What was in a place is seen by those who see the place. */
export function isInQueues(
  { queue, businessUnit }: Pick<OwnedWorkItem, 'queue' | 'businessUnit'>,
  { queues, queueUnits }: WorkReach,
): boolean {
  if (queue === null || !queues.includes(queue)) return false
  return queueUnits?.includes(businessUnit) ?? true
}

/** The business unit of a representative of the configuration; null: there is no such representative. */
function unitOf(name: string, { catalogs }: Pick<Services, 'catalogs'>): string | null {
  return catalogs().representatives.get(name)?.businessUnit ?? null
}

/** Whether a right of the caller reaches a representative. People always reach themselves. */
export function reachesRepresentative(
  name: string,
  { caller, right }: { readonly caller: Caller; readonly right: AccessRight },
  services: Sources,
): boolean {
  if (name === caller.representative) return true
  const unit = unitOf(name, services)
  return unit !== null && services.scopes.of(caller).reaches(right, unit)
}

/** Fails like routing does for somebody who is not there, when the caller may not give work to them. */
export function requireReceiver(name: string, caller: Caller, services: Sources): void {
  if (unitOf(name, services) === null || reachesRepresentative(name, { caller, right: 'assignWork' }, services)) return
  throw new AppError('refused', `There is no representative ${name}.`, { reason: 'unknownRepresentative' })
}

/** Fails as `invalid` for a business unit that is not there, or that the caller may put no rows into. */
export function requireUnitForRows(businessUnit: string, caller: Caller, { scopes }: Pick<Services, 'scopes'>): void {
  const isThere = scopes.has(businessUnit) || businessUnit === caller.account.businessUnit
  if (isThere && scopes.of(caller).reaches('changeRows', businessUnit)) return
  throw invalid([
    { path: 'body.businessUnit', message: `there is no business unit ${businessUnit} that you may give rows to` },
  ])
}

/** Fails as `forbidden` for the row of another unit, which is in the caller's hands but is not theirs to give away. */
export async function requireMayMove(key: RowKey, caller: Caller, services: Services): Promise<void> {
  const reach = rowReach('changeRows', caller, services)
  if (reach === null || (await services.reads.row(key, { ...reach, holder: null })) !== null) return
  if ((await services.reads.row(key, reach)) === null) return
  throw new AppError('forbidden', `The row ${key.id} belongs to a business unit whose rows you may not give away.`)
}
