import type { Answers } from './chat/survey.ts'
import type { Ticket } from './direct-line/direct-line.ts'
import type { Settings } from './settings.ts'

/** What the widget asks of our server beside the protocol. */
export interface WidgetServer {
  /** Address of the protocol. */
  readonly base: string
  settings(): Promise<Settings>
  /** Errors: RequestFailure. */
  start(options: StartOptions): Promise<StartedChat>
  /** The conversation that a customer has lost and can go on with; null: there is none. Errors: RequestFailure. */
  previous(identityToken: string | null): Promise<StartedChat | null>
  /** The conversation as a text. Errors: RequestFailure. */
  transcript(ticket: Ticket): Promise<string>
  /** Has it sent by e-mail. Errors: RequestFailure. */
  mailTranscript(ticket: Ticket, email: string): Promise<void>
  /** What the customer says about a conversation that is over. Errors: RequestFailure. */
  answer(ticket: Ticket, answers: Answers): Promise<void>
  /** Another token for a conversation whose token is over; null when there is none. */
  renew(ticket: Ticket): Promise<Ticket | null>
}

export interface StartOptions {
  readonly answers: Answers
  readonly context: Answers
  readonly identityToken: string | null
}

export interface StartedChat {
  readonly ticket: Ticket
  /** Who the customer is in the conversation. */
  readonly userId: string
}
