import type { WidgetServer } from '../server.ts'
import type { Settings } from '../settings.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Texts } from '../texts.ts'
import type { ChatMemory } from './saved-chat.ts'
import type { Answers } from './survey.ts'
import type { Entry } from './transcript.ts'

/** What a chat is made of. */
export interface ChatOptions {
  readonly server: WidgetServer
  readonly settings: Settings
  readonly texts: Texts
  readonly memory: ChatMemory
  readonly surroundings: Surroundings
  /** A signed token that says who the customer is; null: nobody in particular. Rejects when there should be one. */
  readonly identity: () => Promise<string | null>
  /** What the page knows about the visit. */
  readonly context: () => Answers
  readonly onMessage: (entry: Entry) => void
  readonly onProblem: (problem: string) => void
  /** Whether the customer can see the page. */
  readonly isVisible: () => boolean
}
