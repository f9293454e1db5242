import type { BotAnswer, SettingValue } from '@unified-routing/contract'
import type { WorkItem } from '@unified-routing/routing'
import type { StoredMessage } from '../../store/reads.ts'

/** A bot as it is set up. */
export interface Bot {
  readonly name: string
  readonly value: SettingValue<'bot'>
}

/** What a bot is told: of the conversation, of what the customer says in it, and that it is no longer the bot's. */
export type Occasion =
  | { readonly type: 'started' }
  | { readonly type: 'message'; readonly message: StoredMessage }
  | { readonly type: 'ended' }

export interface Call {
  readonly bot: Bot
  readonly item: WorkItem
  /** What the peer has kept of this conversation; null: nothing yet. */
  readonly peer: unknown
}

/** What came of telling. `answer` null: the bot has it and answers later. `peer`: to be kept from now on. */
export type Told = { readonly failure: string } | { readonly answer: BotAnswer | null; readonly peer: unknown }

/** What a bot has said by itself. Each answer comes with a key: the same answer always with the same. */
export interface Heard {
  readonly answers: readonly { readonly key: string; readonly answer: BotAnswer }[]
  readonly peer: unknown
}

/** One way to speak with bots. */
export interface BotPeer {
  tell(call: Call, occasion: Occasion): Promise<Told>
  /** Null: this one does not have to be asked. */
  readonly listen: ((call: Call) => Promise<Heard | { readonly failure: string }>) | null
}
