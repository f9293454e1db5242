import type { Command, Context } from './command.ts'
import { changeRows, recordChanges } from './items/commands/record.ts'
import { routeRecord } from './items/commands/route-record.ts'
import { startConversation } from './items/commands/start-conversation.ts'
import { dispatchItemCommand } from './items/dispatch.ts'
import { setRouting } from './items/set-routing.ts'
import { disconnect, reconnect, resetPresence, setPresence, signIn, signOut } from './presence/person-commands.ts'
import { giveOut } from './queueing/give-out.ts'
import { configure } from './recovery/configure.ts'
import { resume } from './recovery/resume.ts'
import { startClock } from './recovery/start-clock.ts'
import type { Decision, Refusal } from './router.ts'
import { refuse } from './router-refusal.ts'
import { fireTimers } from './timers/fire.ts'
import { type RepresentativeName, systemActor } from './vocabulary.ts'
import type { OpenItem } from './world/open-item.ts'
import type { Person } from './world/person.ts'
import type { World } from './world/world.ts'

/** Commands that may leave something overdue: an item waits on from before its offer, or limits change. */
const overdueAfter: readonly Command['type'][] = ['reject', 'configure']

/** One decision: the timers due by now, each at its instant; then the command, and what it has made due; then whatever
 * work can be given out. */
export function decide(world: World, command: Command, context: Context): Decision {
  world.context = context
  world.journal.events = []
  startClock(world, context.now)
  world.actor = systemActor
  if (command.type === 'resume') resume(world, { stoppedAt: command.stoppedAt, now: context.now })
  else fireTimers(world, context.now, true)
  world.now = Math.max(world.now, context.now)
  world.actor = command.actor
  const outcome = carryOut(world, command)
  world.actor = systemActor
  if (overdueAfter.includes(command.type)) fireTimers(world, world.now, true)
  giveOut(world)
  world.rows.settleLoans()
  const { events } = world.journal
  if (outcome !== null && 'code' in outcome) return { accepted: false, events, refusal: outcome }
  return { accepted: true, events, workItem: outcome?.item.id ?? null }
}

function carryOut(world: World, command: Command): Refusal | OpenItem | null {
  switch (command.type) {
    case 'signIn':
      return withPerson(world, command.representative, (person) => signIn(world, person, command.presence))
    case 'signOut':
      return withPerson(world, command.representative, (person) => signOut(world, person))
    case 'disconnect':
      return withPerson(world, command.representative, (person) => disconnect(world, person))
    case 'reconnect':
      return withPerson(world, command.representative, (person) => reconnect(world, person))
    case 'setPresence':
      return withPerson(world, command.representative, (person) => setPresence(world, person, command.presence))
    case 'resetPresence':
      return withPerson(world, command.representative, (person) => resetPresence(world, person))
    case 'routeRecord':
      return world.isRoutingEnabled ? routeRecord(world, command) : routingOff()
    case 'startConversation':
      return world.isRoutingEnabled ? startConversation(world, command) : routingOff()
    case 'changeRows':
      changeRows(world, command.rows)
      return null
    case 'completeRecord':
    case 'deleteRecord':
    case 'clearWorkedBy':
      return recordChanges(world, command)
    case 'configure':
      configure(world, command)
      return null
    case 'setRouting':
      setRouting(world, command)
      return null
    case 'resume':
    case 'tick':
      return null
    default:
      return dispatchItemCommand(world, command)
  }
}

function withPerson(world: World, name: RepresentativeName, act: (person: Person) => Refusal | null): Refusal | null {
  const person = world.people.get(name)
  return person === undefined ? refuse('unknownRepresentative', `There is no representative ${name}.`) : act(person)
}

function routingOff(): Refusal {
  return refuse('routingOff', 'Unified routing is off; an administrator has to switch it on first.')
}
