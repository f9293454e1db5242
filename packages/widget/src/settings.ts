import type { Question } from './chat/survey.ts'

/** What a widget's settings tell the page of a customer. */
export interface Settings {
  readonly title: string
  readonly subtitle: string
  readonly logoUrl: string | null
  /** A colour as #rrggbb. */
  readonly color: string
  readonly position: 'right' | 'left'
  readonly language: string
  /** False: the organization is closed now. */
  readonly isOperating: boolean
  /** Whether the button is there when the organization is closed. */
  readonly isShownWhenClosed: boolean
  readonly survey: readonly Question[]
  readonly attachments: AttachmentLimits | null
  /** Asked when the conversation is over. */
  readonly afterSurvey: readonly Question[]
  readonly offersTranscript: boolean
  readonly mailsTranscript: boolean
  /** Whether a customer is asked to go on with a conversation that they have lost. */
  readonly findsPrevious: boolean
  readonly playsSound: boolean
  readonly countsUnread: boolean
  readonly isAuthenticated: boolean
  /** A persistent chat is never ended by the customer. */
  readonly isPersistent: boolean
  readonly invitations: readonly Invitation[]
  readonly messageLengthMax: number
  readonly texts: Readonly<Record<string, unknown>>
}

export interface AttachmentLimits {
  readonly bytesMax: number
  /** Endings of names that are refused, without the dot. */
  readonly refusedEndings: readonly string[]
  /** Endings of names that are taken; empty: all others. */
  readonly allowedEndings: readonly string[]
}

/** When a visitor is invited to chat. */
export interface Invitation {
  readonly afterSeconds: number
  /** Part of the page's address, * for anything; null: every page. */
  readonly page: string | null
  readonly text: string
}
