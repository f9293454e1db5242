import { AppError, type BotAnswer } from '@unified-routing/contract'
import { engagedBot, type WorkItemId } from '@unified-routing/routing'
import type { Engine } from '../../engine/engine.ts'
import type { EngineLog } from '../../engine/engine-options.ts'
import type { LoopMeter } from '../../engine/loop-meter.ts'
import { listBotDialogs } from '../../store/bot-dialogs.ts'
import type { BotSettings } from './bot-settings.ts'
import { createDialogs, type DialogOptions } from './dialogs.ts'
import { Rounds } from './rounds.ts'
import type { AnswerTokens } from './webhook-peer.ts'

/** The conversations that bots have, on the server that routes. */
export interface Bots extends Pick<BotSettings, 'of'> {
  /** What a bot says later than in a reply. Errors: notFound, when the token is wrong; refused, when the bot no longer
   * has the conversation. */
  answer(given: LaterAnswer): Promise<void>
  /** Does all that is due now, to its end; for tests, instead of waiting. */
  look(): Promise<void>
  stop(): Promise<void>
}

export interface LaterAnswer {
  readonly conversation: WorkItemId
  readonly token: string
  readonly key: string
  readonly answer: BotAnswer
}

interface BotsOptions extends DialogOptions {
  readonly engine: Pick<Engine, 'router' | 'submit' | 'onCommitted'>
  readonly tokens: AnswerTokens
  readonly log: EngineLog
  readonly loop?: LoopMeter
}

/** Begins at once; stop it before the engine.
 *
 * Nothing is lost with a server: whose turn it is follows from the router, what was said from the conversation, and how far
 * the bot has been told from the table of dialogs. */
export function createBots(options: BotsOptions): Bots {
  const { store, organizationId, engine, bots, tokens, now, log } = options
  const dialogs = createDialogs(options)
  const rounds = new Rounds({
    router: engine.router,
    async learn(router) {
      dialogs.forgetAll()
      const kept = await listBotDialogs(store, organizationId)
      const engaged = [...router.openWorkItems()].filter((item) => engagedBot(item) !== null)
      return [...kept.map(({ workItem }) => workItem), ...engaged.map(({ id }) => id)]
    },
    goOn: dialogs.goOn,
    now,
    log,
    ...(options.loop === undefined ? {} : { loop: options.loop }),
  })
  const stopListening = engine.onCommitted(({ events }) => {
    if (engine.router() === null) return
    for (const event of events) {
      if (event.workItem === null) continue
      if (event.type === 'workItem.botEngaged' || event.type === 'workItem.botLeft') rounds.wake(event.workItem)
      else if (event.type === 'workItem.messageAdded' && event.from === 'customer' && rounds.knows(event.workItem))
        rounds.wake(event.workItem)
    }
  })
  return {
    of: bots.of,
    async answer({ conversation, token, key, answer }) {
      if (!tokens.isOf(conversation, token))
        throw new AppError('notFound', 'There is no conversation that this token is for.')
      if (await dialogs.answer(conversation, { key, answer })) return
      const text = `The bot no longer has the conversation ${conversation}.`
      throw new AppError('refused', text, { reason: 'wrongState' })
    },
    look: () => rounds.look(),
    async stop() {
      stopListening()
      await rounds.stop()
    },
  }
}
