import type { Command, CommandType } from '../command.ts'
import type { Phase } from './phase.ts'

/** Commands about one open work item. */
export type ItemCommand =
  Extract<Command, { readonly workItem: string }> extends infer Each
    ? Each extends { readonly type: 'routeRecord' | 'startConversation' }
      ? never
      : Each
    : never

export type ItemCommandType = Extract<CommandType, ItemCommand['type']>

/** `allowed`, or the reason why the command means nothing for an item like that. */
type Verdict = 'allowed' | Readonly<{ because: string }>

const no = (because: string): Verdict => ({ because })

const inQueue = no('it waits in its queue and nobody has it')
const offered = no('it is offered and not accepted yet')
const noOffer = no('it is not on offer')
const outside = no('an outside number has taken over the call')
const paused = no('it waits for the customer')
const ended = no('it has ended and is being wrapped up')
const noBot = no('no bot is handling it')
const has = no('somebody has it already')

/** Every command in every state of an open item. What the cell allows is described in SPEC.md; handlers refuse
 * further by channel, by who asks, and by setting. Closed items are not in the router any more. */
export const transitions: Readonly<Record<Exclude<Phase, 'closed'>, Readonly<Record<ItemCommandType, Verdict>>>> = {
  open: {
    accept: noOffer,
    reject: noOffer,
    pick: 'allowed',
    endConversation: inQueue,
    closeSession: inQueue,
    setItemSkills: 'allowed',
    setItemAttributes: 'allowed',
    transferToQueue: 'allowed',
    transferToRepresentative: inQueue,
    transferToNumber: inQueue,
    assignToRepresentative: 'allowed',
    assignToQueue: 'allowed',
    release: inQueue,
    removeFromQueue: 'allowed',
    forceClose: 'allowed',
    customerMessage: 'allowed',
    customerLeaves: 'allowed',
    customerDisconnects: 'allowed',
    customerReturns: 'allowed',
    escalate: noBot,
  },
  offered: {
    accept: 'allowed',
    reject: 'allowed',
    pick: offered,
    endConversation: offered,
    closeSession: offered,
    setItemSkills: 'allowed',
    setItemAttributes: 'allowed',
    transferToQueue: 'allowed',
    transferToRepresentative: offered,
    transferToNumber: offered,
    assignToRepresentative: 'allowed',
    assignToQueue: 'allowed',
    release: 'allowed',
    removeFromQueue: 'allowed',
    forceClose: 'allowed',
    customerMessage: 'allowed',
    customerLeaves: 'allowed',
    customerDisconnects: 'allowed',
    customerReturns: 'allowed',
    escalate: noBot,
  },
  active: {
    accept: 'allowed',
    reject: 'allowed',
    pick: has,
    endConversation: 'allowed',
    closeSession: 'allowed',
    setItemSkills: 'allowed',
    setItemAttributes: 'allowed',
    transferToQueue: 'allowed',
    transferToRepresentative: 'allowed',
    transferToNumber: 'allowed',
    assignToRepresentative: 'allowed',
    assignToQueue: 'allowed',
    release: 'allowed',
    removeFromQueue: 'allowed',
    forceClose: 'allowed',
    customerMessage: 'allowed',
    customerLeaves: 'allowed',
    customerDisconnects: 'allowed',
    customerReturns: 'allowed',
    escalate: noBot,
  },
  external: {
    accept: outside,
    reject: outside,
    pick: outside,
    endConversation: 'allowed',
    closeSession: outside,
    setItemSkills: outside,
    setItemAttributes: 'allowed',
    transferToQueue: outside,
    transferToRepresentative: outside,
    transferToNumber: outside,
    assignToRepresentative: outside,
    assignToQueue: outside,
    release: outside,
    removeFromQueue: 'allowed',
    forceClose: 'allowed',
    customerMessage: outside,
    customerLeaves: 'allowed',
    customerDisconnects: outside,
    customerReturns: outside,
    escalate: noBot,
  },
  waiting: {
    accept: noOffer,
    reject: noOffer,
    pick: 'allowed',
    endConversation: paused,
    closeSession: paused,
    setItemSkills: 'allowed',
    setItemAttributes: 'allowed',
    transferToQueue: 'allowed',
    transferToRepresentative: 'allowed',
    transferToNumber: paused,
    assignToRepresentative: 'allowed',
    assignToQueue: 'allowed',
    release: paused,
    removeFromQueue: 'allowed',
    forceClose: 'allowed',
    customerMessage: 'allowed',
    customerLeaves: 'allowed',
    customerDisconnects: paused,
    customerReturns: 'allowed',
    escalate: noBot,
  },
  wrapUp: {
    accept: ended,
    reject: ended,
    pick: ended,
    endConversation: ended,
    closeSession: 'allowed',
    setItemSkills: ended,
    setItemAttributes: 'allowed',
    transferToQueue: ended,
    transferToRepresentative: ended,
    transferToNumber: ended,
    assignToRepresentative: ended,
    assignToQueue: ended,
    release: ended,
    removeFromQueue: 'allowed',
    forceClose: 'allowed',
    customerMessage: 'allowed',
    customerLeaves: 'allowed',
    customerDisconnects: 'allowed',
    customerReturns: 'allowed',
    escalate: noBot,
  },
}
