import type { Connection } from '../direct-line/direct-line.ts'
import type { Transcript } from './transcript.ts'

/** `idle` before anything was asked; `previous`, `survey` and `closed` are what opening may show first. */
export type Phase = 'idle' | 'previous' | 'survey' | 'closed' | 'starting' | 'talking' | 'ended' | 'problem'

/** Everything the view shows. */
export interface ChatState {
  readonly phase: Phase
  readonly isOpen: boolean
  readonly connection: Connection
  /** False until what was said before is there: only what comes after it is news. */
  readonly isCaughtUp: boolean
  readonly transcript: Transcript
  readonly lastRead: string | null
  /** Name of whoever writes just now. */
  readonly typing: string | null
  readonly problem: string | null
  readonly draft: string
}

export const firstState: ChatState = {
  phase: 'idle',
  isOpen: false,
  connection: 'connecting',
  isCaughtUp: false,
  transcript: [],
  lastRead: null,
  typing: null,
  problem: null,
  draft: '',
}

/** Messages of others that came after the last one that was on the screen. */
export function unreadCount({ transcript, lastRead, isOpen }: ChatState): number {
  if (isOpen) return 0
  const from = transcript.findIndex(({ key }) => key === lastRead)
  return transcript.slice(from + 1).filter(({ from: sender }) => sender !== 'customer').length
}
