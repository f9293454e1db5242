import type { WorkItemView } from '@unified-routing/contract'
import type { Command, WorkItem } from '@unified-routing/routing'
import { type Caller, oversightActor, ownActor } from '../auth/caller.ts'
import type { Operation } from '../engine/operations.ts'
import { type RequestFacts, unread } from './handler.ts'
import { holds, requireHolderOrSupervisor, requireVisibleWorkItem } from './policies.ts'
import { requireReceiver } from './reach.ts'
import type { Services } from './services.ts'
import { submit } from './submit.ts'
import { viewOneWorkItem } from './views/work-item-view.ts'

type RoutingCommand = Extract<Operation, { type: 'command' }>['command']

interface WorkItemAction {
  readonly command: RoutingCommand & Extract<Command, { readonly workItem: string }>
  readonly caller: Caller
  readonly request: RequestFacts
  /** Beyond seeing the item: what the caller needs to be for this action. */
  readonly allow?: (item: WorkItem, caller: Caller) => void
  /** The representative who is to get it. */
  readonly receiver?: string
}

/** Carries out a command on one work item that the caller may see, and answers the item as it is after it. */
export async function actOnWorkItem({ command, caller, request, allow, receiver }: WorkItemAction, services: Services) {
  const done = await submit(request, services, {
    operation: { type: 'command', command },
    actor: command.actor,
    check: async () => {
      const item = await requireVisibleWorkItem(command.workItem, caller, services)
      allow?.(item, caller)
      if (receiver !== undefined) requireReceiver(receiver, caller, services)
    },
  })
  const item = done.workItem ?? (await requireVisibleWorkItem(command.workItem, caller, services))
  return answerWorkItem(item, { caller, request }, services)
}

/** The item as the caller sees it, where they want to see it. */
export async function answerWorkItem(
  item: WorkItem,
  { caller, request }: Pick<WorkItemAction, 'caller' | 'request'>,
  services: Services,
): Promise<{ readonly body: WorkItemView | typeof unread }> {
  if (request.bulk?.isReplyWanted === false) return { body: unread }
  return { body: await viewOneWorkItem(item, caller, services) }
}

type HeldWorkCommand = RoutingCommand & Extract<Command, { readonly workItem: string }>

/** Carries out what whoever has the item may do with it, in their own name, or a supervisor in theirs. */
export async function actOnHeldWork(
  {
    command,
    caller,
    request,
    receiver,
  }: Omit<WorkItemAction, 'command' | 'allow'> & { readonly command: WithoutActor<HeldWorkCommand> },
  services: Services,
) {
  const isOwn = holds(await requireVisibleWorkItem(command.workItem, caller, services), caller)
  const actor = isOwn ? ownActor(caller) : oversightActor(caller)
  const action = { command: { ...command, actor }, caller, request, allow: requireHolderOrSupervisor }
  return actOnWorkItem(receiver === undefined ? action : { ...action, receiver }, services)
}

type WithoutActor<Each> = Each extends Command ? Omit<Each, 'actor'> : never
