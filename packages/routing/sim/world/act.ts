import type { Command } from '../../src/command.ts'
import type { Actor } from '../../src/vocabulary.ts'
import type { Action, ActionType } from '../scenario/scenario.ts'
import { configure } from './configure.ts'
import { editDocument } from './document-edits.ts'
import { generate } from './generate.ts'
import { accepted, type Outcome, refused } from './outcome.ts'
import {
  clearWorkedBy,
  completeRecord,
  createRecord,
  deleteRecord,
  saveAndRoute,
  startConversation,
  updateRecord,
} from './records.ts'
import type { World } from './world.ts'

type Act<Type extends ActionType> = (world: World, action: Extract<Action, { readonly type: Type }>) => Outcome

const supervisor: Actor = { kind: 'supervisor', name: null }
const customer: Actor = { kind: 'customer', name: null }

/** What each action does to the world. */
const acts: { readonly [Type in ActionType]: Act<Type> } = {
  signIn: (world, { representative, presence }) =>
    send(world, {
      type: 'signIn',
      representative,
      actor: person(representative),
      ...(presence === undefined ? {} : { presence }),
    }),
  signOut: personal,
  disconnect: personal,
  reconnect: personal,
  resetPresence: personal,
  setPresence: (world, action) => send(world, { ...action, actor: person(action.representative) }),
  setUnits: edit,
  setCustomLimit: edit,
  setSkill: edit,
  joinQueue: edit,
  leaveQueue: edit,
  createRecord,
  updateRecord,
  saveAndRoute,
  completeRecord,
  deleteRecord,
  clearWorkedBy,
  startConversation,
  customerMessage: (world, { type, item }) => {
    const workItem = idOf(world, item)
    const message = `${workItem}-message-${(world.workItem(item)?.messageCount ?? 0) + 1}`
    return send(world, { type, workItem, message, actor: customer })
  },
  customerLeaves: byCustomer,
  customerDisconnects: byCustomer,
  customerReturns: byCustomer,
  escalate: (world, { type, item, context }) =>
    send(world, { type, workItem: idOf(world, item), context, actor: { kind: 'integration', name: 'bot' } }),
  accept: byRepresentative,
  reject: byRepresentative,
  pick: byRepresentative,
  endConversation: bySomeone,
  closeSession: bySomeone,
  setItemSkills: (world, { type, item, skills }) =>
    send(world, { type, workItem: idOf(world, item), skills, actor: holder(world, item) }),
  setItemAttributes: (world, { type, item, attributes }) =>
    send(world, { type, workItem: idOf(world, item), attributes, actor: holder(world, item) }),
  transferToQueue: (world, { type, item, queue }) =>
    send(world, { type, workItem: idOf(world, item), queue, actor: holder(world, item) }),
  transferToRepresentative: (world, { type, item, representative }) =>
    send(world, { type, workItem: idOf(world, item), representative, actor: holder(world, item) }),
  transferToNumber: (world, { type, item, number }) =>
    send(world, { type, workItem: idOf(world, item), number, actor: holder(world, item) }),
  assign,
  release: (world, { type, item }) => send(world, { type, workItem: idOf(world, item), actor: holder(world, item) }),
  removeFromQueue: bySupervisor,
  forceClose: bySupervisor,
  configure: (world, { changes }) => configure(world, changes),
  generate,
}

/** Carries out one action of a scenario at the present instant of the world. */
export function act(world: World, action: Action): Outcome {
  return dispatch(world, action)
}

function dispatch<Type extends ActionType>(
  world: World,
  action: Extract<Action, { readonly type: Type }> & { readonly type: Type },
): Outcome {
  return acts[action.type](world, action)
}

function send(world: World, command: Command): Outcome {
  const decision = world.carryOut(command)
  return decision.accepted ? accepted : refused(decision.refusal.message)
}

function personal(
  world: World,
  { type, representative }: { type: 'signOut' | 'disconnect' | 'reconnect' | 'resetPresence'; representative: string },
): Outcome {
  return send(world, { type, representative, actor: person(representative) })
}

function edit(
  world: World,
  action: Extract<Action, { readonly type: 'setUnits' | 'setCustomLimit' | 'setSkill' | 'joinQueue' | 'leaveQueue' }>,
): Outcome {
  const result = editDocument(world.configuration, action)
  return 'refused' in result ? refused(result.refused) : configure(world, result.changes)
}

function byCustomer(
  world: World,
  action: {
    type: 'customerLeaves' | 'customerDisconnects' | 'customerReturns'
    item: string
  },
): Outcome {
  return send(world, { type: action.type, workItem: idOf(world, action.item), actor: customer })
}

function byRepresentative(
  world: World,
  { type, item, representative }: { type: 'accept' | 'reject' | 'pick'; item: string; representative: string },
): Outcome {
  return send(world, { type, workItem: idOf(world, item), representative, actor: person(representative) })
}

function bySomeone(
  world: World,
  action: { type: 'endConversation' | 'closeSession'; item: string; representative: string | undefined },
): Outcome {
  const { type, item, representative } = action
  const actor = representative === undefined ? holder(world, item) : person(representative)
  return send(world, { type, workItem: idOf(world, item), representative: representative ?? null, actor })
}

function bySupervisor(world: World, { type, item }: { type: 'removeFromQueue' | 'forceClose'; item: string }): Outcome {
  return send(world, { type, workItem: idOf(world, item), actor: supervisor })
}

function assign(world: World, { item, representative, queue }: Extract<Action, { readonly type: 'assign' }>): Outcome {
  const common = { workItem: idOf(world, item), actor: supervisor }
  return representative === undefined
    ? send(world, { type: 'assignToQueue', queue: queue ?? '', ...common })
    : send(world, { type: 'assignToRepresentative', representative, ...common })
}

function idOf(world: World, item: string): string {
  return world.names.workItemOf(item)
}

function person(representative: string): Actor {
  return { kind: 'representative', name: representative }
}

/** Whoever works on the item; a supervisor when nobody does. */
function holder(world: World, item: string): Actor {
  const session = world.workItem(item)?.session ?? null
  return session === null || session.acceptedAt === null ? supervisor : person(session.representative)
}
