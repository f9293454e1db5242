import { AppError } from '@unified-routing/contract'
import { engagedBot, type WorkItem } from '@unified-routing/routing'
import { type BotDialog, saveBotDialog } from '../../store/bot-dialogs.ts'
import type { Bot, BotPeer, Call, Occasion } from './bot-peer.ts'
import { carryOutAnswer, escalateFrom } from './carry-out-answer.ts'
import type { DialogOptions, KeyedAnswer } from './dialogs.ts'

const MESSAGES_PER_READ = 20
/** Told one after the other before others have their turn. */
const OCCASIONS_AT_ONCE_MAX = 20
const SECOND_MS = 1_000
/** How long after each failed try the next one is made; then the conversation goes on to people. */
const RETRY_AFTER_MS = [SECOND_MS, 5 * SECOND_MS, 15 * SECOND_MS] as const
/** How often a bot that has to be asked is asked: soon after something was said, less often later. */
const LISTEN_EVERY_MS = SECOND_MS
const LISTEN_SELDOM_MS = 5 * SECOND_MS
const TALKING_MS = 60 * SECOND_MS

/** One customer and one bot. */
export class Dialog {
  readonly #options: DialogOptions
  #kept: BotDialog
  #saving: Promise<void> = Promise.resolve()
  #retryAt = 0
  #lastSaidAt: number

  constructor(options: DialogOptions, kept: BotDialog) {
    this.#options = options
    this.#kept = kept
    this.#lastSaidAt = options.now()
  }

  /** Tells what has not been told, hears what the bot has to say, and gives up on it in time. Answers when to look again. */
  async goOn(item: WorkItem, bot: Bot): Promise<number> {
    const { now, peers } = this.#options
    if (now() < this.#retryAt) return this.#retryAt
    const peer = peers[bot.value.endpoint]
    const failure = await this.#talk({ item, bot }, peer).catch(unstorable)
    if (failure !== null) return await this.#fail(bot, failure)
    if (!this.#isEngaged()) return now()
    const { askedAt } = this.#kept
    const patienceEnds = askedAt === null ? Number.POSITIVE_INFINITY : askedAt + bot.value.answerSeconds * SECOND_MS
    if (now() >= patienceEnds) {
      await this.#giveUp(bot, `The bot did not answer within ${bot.value.answerSeconds} seconds.`)
      return now()
    }
    return peer.listen === null ? patienceEnds : Math.min(patienceEnds, this.#nextListening())
  }

  /** Carries out what the bot says, in order. */
  async take(bot: Bot, answers: readonly KeyedAnswer[]): Promise<void> {
    for (const { key, answer } of answers) {
      const { workItem, context } = this.#kept
      await carryOutAnswer(this.#options, { workItem, bot, key, answer, context })
      this.#lastSaidAt = this.#options.now()
      await this.#keep({ context: { ...this.#kept.context, ...answer.context }, askedAt: null })
    }
  }

  /** Null: all went well; else why not. */
  async #talk(call: Pick<Call, 'item' | 'bot'>, peer: BotPeer): Promise<string | null> {
    for (let n = 0; n < OCCASIONS_AT_ONCE_MAX && this.#isEngaged(); n++) {
      const occasion = await this.#next()
      if (occasion === null) break
      const told = await peer.tell({ ...call, peer: this.#kept.peer }, occasion)
      if ('failure' in told) return told.failure
      const place = occasion.type === 'message' ? occasion.message.number : 0
      if (told.answer !== null) await this.take(call.bot, [{ key: `reply:${place}`, answer: told.answer }])
      const waits = told.answer === null && occasion.type === 'message'
      const askedAt = waits ? (this.#kept.askedAt ?? this.#options.now()) : this.#kept.askedAt
      this.#lastSaidAt = this.#options.now()
      await this.#keep({ told: place, attempts: 0, peer: told.peer, askedAt })
    }
    if (peer.listen === null || !this.#isEngaged()) return null
    const heard = await peer.listen({ ...call, peer: this.#kept.peer })
    if ('failure' in heard) return heard.failure
    await this.take(call.bot, heard.answers)
    if (heard.answers.length > 0 || this.#kept.attempts > 0) await this.#keep({ peer: heard.peer, attempts: 0 })
    else this.#kept = { ...this.#kept, peer: heard.peer }
    return null
  }

  /** What the bot has not been told yet; null: it knows everything. */
  async #next(): Promise<Occasion | null> {
    const { workItem, told } = this.#kept
    if (told < 0) return { type: 'started' }
    const said = await this.#options.reads.messages({ workItem, after: told, limit: MESSAGES_PER_READ })
    const message = said.find(({ from, kind }) => from === 'customer' && kind === 'message')
    if (message !== undefined) return { type: 'message', message }
    const last = said.at(-1)
    if (last === undefined) return null
    // What others said is not for the bot; it need not be read again.
    this.#kept = { ...this.#kept, told: last.number }
    return said.length < MESSAGES_PER_READ ? null : await this.#next()
  }

  async #fail(bot: Bot, failure: string): Promise<number> {
    const { now } = this.#options
    const afterMs = RETRY_AFTER_MS[this.#kept.attempts]
    if (afterMs === undefined) {
      await this.#giveUp(bot, `The bot could not be reached: ${failure}.`)
      return now()
    }
    await this.#keep({ attempts: this.#kept.attempts + 1 })
    this.#retryAt = now() + afterMs
    return this.#retryAt
  }

  #giveUp(bot: Bot, because: string): Promise<void> {
    const { workItem, context } = this.#kept
    return escalateFrom(this.#options, { workItem, bot, context, because })
  }

  #isEngaged(): boolean {
    const { workItem, bot } = this.#kept
    const item = this.#options.engine.router()?.workItem(workItem) ?? null
    return item !== null && engagedBot(item) === bot
  }

  #nextListening(): number {
    const { now } = this.#options
    return now() + (now() - this.#lastSaidAt < TALKING_MS ? LISTEN_EVERY_MS : LISTEN_SELDOM_MS)
  }

  /** Answers of the bot come while it is told something else: what is stored is always the newest. */
  #keep(change: Partial<BotDialog>): Promise<void> {
    this.#kept = { ...this.#kept, ...change }
    const { store, organizationId } = this.#options
    const save = () => saveBotDialog(store, organizationId, this.#kept)
    this.#saving = this.#saving.then(save, save)
    return this.#saving
  }
}

/** Of what the bot says, what cannot be stored is the bot's failure; everything else is ours. */
function unstorable(error: unknown): string {
  if (error instanceof AppError && error.code === 'invalid') return error.message
  throw error
}
