import { type AccessMode, AppError, type Audience, type Operation } from '@unified-routing/contract'
import { participantOf, type WorkItem } from '@unified-routing/routing'
import { type Caller, may } from '../auth/caller.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import { isReached, workReach } from './reach.ts'
import type { Services } from './services.ts'

/** Who may do what, beyond the capability that each operation of the contract asks for. */

export function requireAudience(audience: Audience, caller: Caller): void {
  if (audience === 'anyone') return
  if (caller.by === 'nothing') throw new AppError('unauthenticated', 'Sign in, or send an API key.')
  if (audience === 'signedIn' || may(caller, audience)) return
  const held = caller.roles.length === 0 ? 'no role' : caller.roles.join(', ')
  throw new AppError(
    'forbidden',
    `You have ${held}${modeText(caller)}, which does not allow this; an administrator can give you the role.`,
  )
}

/** An access mode that takes something away is part of the reason. */
function modeText({ account: { accessMode } }: Caller): string {
  return accessMode === 'Read-Write' || accessMode === 'Non-interactive' ? '' : ` in the access mode ${accessMode}`
}

const readingModes: readonly AccessMode[] = ['Read', 'Support User']

/** Fails as `forbidden` when somebody who only reads would change something, whatever capability it takes. */
export function requireWriter({ method, audience }: Pick<Operation, 'method' | 'audience'>, caller: Caller): void {
  const { accessMode } = caller.account
  // One's own password and sessions are one's own.
  if (method === 'GET' || audience === 'anyone' || audience === 'signedIn') return
  if (!readingModes.includes(accessMode)) return
  throw new AppError('forbidden', `Your account is in the access mode ${accessMode}, which does not allow changes.`)
}

/** What somebody may do whose password an administrator has chosen. */
const openBeforeChange: readonly string[] = ['getSession', 'changeOwnPassword', 'signOutEverywhere']

/** Fails as `forbidden` until the caller has a password that nobody else knows. */
export function requireOwnPassword({ id, audience }: Pick<Operation, 'id' | 'audience'>, caller: Caller): void {
  if (!caller.mustChangePassword || audience === 'anyone' || openBeforeChange.includes(id)) return
  throw new AppError('forbidden', 'Your password was set by an administrator; choose one of your own first.', {
    reason: 'passwordChangeNeeded',
  })
}

/** The item, if there is one that the caller may see; else notFound, so that nobody learns of what they may not see. */
export async function requireVisibleWorkItem(
  id: string,
  caller: Caller,
  services: Pick<Services, 'reads' | 'catalogs' | 'scopes'>,
): Promise<OwnedWorkItem> {
  const item = await services.reads.workItem(id)
  if (item === null || !isReached(item, workReach(caller, services)))
    throw new AppError('notFound', `There is no work item ${id} that you may see.`)
  return item
}

/** As `requireVisibleWorkItem`, for what only conversations have. */
export async function requireVisibleConversation(
  id: string,
  caller: Caller,
  services: Pick<Services, 'reads' | 'catalogs' | 'scopes'>,
): Promise<OwnedWorkItem> {
  const item = await requireVisibleWorkItem(id, caller, services)
  if (item.kind === 'conversation') return item
  throw new AppError('notFound', `Work item ${id} is a record; nothing was said in it.`)
}

/** As `requireVisibleWorkItem`; fails as `forbidden` where the caller sees the item, but not why it went where it went. */
export async function requireExplainableWorkItem(
  id: string,
  caller: Caller,
  services: Pick<Services, 'reads' | 'catalogs' | 'scopes'>,
): Promise<OwnedWorkItem> {
  const item = await requireVisibleWorkItem(id, caller, services)
  const { businessUnit, session } = item
  const isOwn = session !== null && session.representative === caller.representative
  if (isOwn || services.scopes.of(caller).reaches('seeDiagnostics', businessUnit)) return item
  throw new AppError(
    'forbidden',
    `Work item ${id} belongs to the business unit ${businessUnit}, beyond those whose routing decisions your roles show.`,
  )
}

/** The representative whom the caller is; accounts without one have no work of their own. */
export function requireRepresentative(caller: Caller): string {
  if (caller.representative !== null) return caller.representative
  throw new AppError('forbidden', 'Your account belongs to no representative, so it has no work of its own.')
}

export function holds(item: WorkItem, caller: Caller): boolean {
  const { session } = item
  return session !== null && session.acceptedAt !== null && session.representative === caller.representative
}

/** Whether the customer hears them in the conversation: whoever has it, and those who were added to it. */
function speaksIn(item: WorkItem, caller: Caller): boolean {
  if (holds(item, caller)) return true
  return caller.representative !== null && participantOf(item, caller.representative)?.access === 'public'
}

/** Work may be handed on by whoever holds it, and by those who supervise. */
export function requireHolderOrSupervisor(item: WorkItem, caller: Caller): void {
  if (holds(item, caller) || may(caller, 'supervise')) return
  throw new AppError('forbidden', `Work item ${item.id} is not yours; its representative or a supervisor can do this.`)
}

/** People set their own presence; supervisors anyone's. */
export function requireSelfOrSupervisor(representative: string, caller: Caller): void {
  if (caller.representative === representative || may(caller, 'supervise')) return
  throw new AppError('forbidden', `Only ${representative} or a supervisor can do this.`)
}

/** Whoever speaks for the customer needs to be allowed to; a representative speaks in the conversations they hold
 * or were added to. */
export function requireSpeaker(item: WorkItem, from: 'customer' | 'representative', caller: Caller): void {
  if (from === 'customer' ? may(caller, 'speakForCustomer') : speaksIn(item, caller)) return
  throw new AppError(
    'forbidden',
    from === 'customer'
      ? 'Only integrations and supervisors can write for the customer.'
      : `Conversation ${item.id} is not yours; accept it first.`,
  )
}
