import { createHash } from 'node:crypto'
import { AppError, type BotAnswer } from '@unified-routing/contract'
import { type Actor, engagedBot, type Literal, type WorkItemId } from '@unified-routing/routing'
import type { Engine } from '../../engine/engine.ts'
import type { Operation, OperationAnswer } from '../../engine/operations.ts'
import type { Bot } from './bot-peer.ts'

interface AnswerParts {
  readonly engine: Pick<Engine, 'submit' | 'router'>
  readonly newId: () => string
}

export interface GivenAnswer {
  readonly workItem: WorkItemId
  readonly bot: Bot
  /** The same answer always with the same: what it says is said once. */
  readonly key: string
  readonly answer: BotAnswer
  /** What the bot has found out before. */
  readonly context: Readonly<Record<string, Literal>>
}

const MESSAGE_ID_LENGTH = 32

/** Does what a bot says, as far as the bot still has the conversation. Repeated, it does what is left of it. */
export async function carryOutAnswer(parts: AnswerParts, given: GivenAnswer): Promise<void> {
  const { workItem, bot, key, answer, context } = given
  const say = async (index: string, message: Pick<Said, 'text' | 'kind' | 'channelData'>) =>
    submit(parts, bot, {
      type: 'sendMessage',
      id: hashOf(`bot:${workItem}:${key}:${index}`).slice(0, MESSAGE_ID_LENGTH),
      workItem,
      from: 'bot',
      author: bot.value.displayName === '' ? bot.value.title : bot.value.displayName,
      attachments: [],
      ...message,
    })
  for (const [index, { text, suggestedActions }] of answer.messages.entries()) {
    if (!isEngaged(parts, given)) return
    const channelData = suggestedActions.length === 0 ? null : { suggestedActions }
    await say(String(index), { text, kind: 'message', channelData })
  }
  if (!isEngaged(parts, given)) return
  const { escalate, end } = answer
  if (escalate !== null) {
    if (escalate.note !== '') await say('note', { text: escalate.note, kind: 'note', channelData: null })
    const all = { ...context, ...answer.context }
    await escalateFrom(parts, { workItem, bot, context: all, because: escalate.because })
  }
  if (end) await command(parts, bot, { type: 'endConversation', workItem, representative: null })
}

/** Hands the conversation to people. */
export async function escalateFrom(
  parts: AnswerParts,
  { workItem, bot, context, because }: Pick<GivenAnswer, 'workItem' | 'bot' | 'context'> & { readonly because: string },
): Promise<void> {
  const given = { workItem, context, ...(because === '' ? {} : { because }) }
  await command(parts, bot, { type: 'escalate', ...given })
}

type Said = Extract<Operation, { readonly type: 'sendMessage' }>

function isEngaged({ engine }: AnswerParts, { workItem, bot }: GivenAnswer): boolean {
  const item = engine.router()?.workItem(workItem) ?? null
  return item !== null && engagedBot(item) === bot.name
}

async function command(parts: AnswerParts, bot: Bot, command: WithoutActor): Promise<void> {
  await submit(parts, bot, { type: 'command', command: { ...command, actor: actorOf(bot) } })
}

type Commands = Extract<Operation, { readonly type: 'command' }>['command']
type WithoutActor =
  | Omit<Extract<Commands, { readonly type: 'escalate' }>, 'actor'>
  | Omit<Extract<Commands, { readonly type: 'endConversation' }>, 'actor'>

/** A refusal means that it was said before, or that the conversation has moved on: then there is nothing left to do. */
async function submit({ engine, newId }: AnswerParts, bot: Bot, operation: Operation): Promise<OperationAnswer> {
  const request = { operation, actor: actorOf(bot), idempotencyKey: null, requestHash: null, requestId: newId() }
  const answer = await engine.submit(request)
  if (answer.status !== 'invalid') return answer
  throw new AppError('invalid', answer.problems[0]?.message ?? 'The text cannot be stored.', {
    errors: answer.problems,
  })
}

function actorOf({ name }: Bot): Actor {
  return { kind: 'integration', name }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
