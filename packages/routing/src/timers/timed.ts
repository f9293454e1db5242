import type { Instant } from '../vocabulary.ts'

/** Something that time will change. Its due instant is derived from its state, so it survives a restart. */
export interface Timed {
  /** Infinity: nothing is due. */
  dueAt: Instant
  timerPosition: number
}
