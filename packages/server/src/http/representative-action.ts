import type { Actor } from '@unified-routing/routing'
import { type Caller, oversightActor, ownActor } from '../auth/caller.ts'
import type { Operation } from '../engine/operations.ts'
import type { RequestFacts } from './handler.ts'
import { requireSelfOrSupervisor } from './policies.ts'
import { reachesRepresentative } from './reach.ts'
import type { Services } from './services.ts'
import { submit } from './submit.ts'
import { unknownRepresentative, viewRepresentative } from './views/representative-view.ts'

type RoutingCommand = Extract<Operation, { type: 'command' }>['command']

interface RepresentativeAction {
  readonly name: string
  readonly command: (actor: Actor) => RoutingCommand
  readonly caller: Caller
  readonly request: RequestFacts
}

/** Carries out a command on oneself, or on anyone by a supervisor, and answers the person as they are after it. */
export async function actOnRepresentative(
  { name, command, caller, request }: RepresentativeAction,
  services: Services,
) {
  if (!reachesRepresentative(name, { caller, right: 'seeRepresentatives' }, services)) throw unknownRepresentative(name)
  requireSelfOrSupervisor(name, caller)
  if (!reachesRepresentative(name, { caller, right: 'superviseRepresentatives' }, services))
    throw unknownRepresentative(name)
  const actor = caller.representative === name ? ownActor(caller) : oversightActor(caller)
  await submit(request, services, { operation: { type: 'command', command: command(actor) }, actor })
  return { body: await viewRepresentative(name, caller, services) }
}
