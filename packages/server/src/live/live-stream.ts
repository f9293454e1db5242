import type { ServerResponse } from 'node:http'
import type { Caller } from '../auth/caller.ts'

/** Bytes that a slow reader may leave unread; beyond them it is disconnected, and resumes where it was. */
const UNREAD_BYTES_MAX = 1024 * 1024
/** What a reader has not taken this long after the end of its stream is thrown away with the connection. */
const CLOSE_WAIT_MAX_MS = 2_000

/** One event of the journal, ready to be sent to those who may see it. */
export interface Frame {
  readonly sequence: number
  /** The text for this caller; null: they may not see it. */
  readonly textFor: (caller: Caller) => string | null
}

export interface LiveStreamOptions {
  readonly response: ServerResponse
  readonly caller: Caller
  readonly after: number
  /** Called when the reader is cut off because it does not read. */
  readonly onTooSlow: () => void
}

/** One open connection. Frames come in order; what was sent before, or is being caught up with, is not sent again. */
export class LiveStream {
  readonly response: ServerResponse
  caller: Caller
  private readonly onTooSlow: () => void
  private lastSequence: number
  /** What came in while the stream catches up with the past; null: it is up to date, or cut. */
  private heldBack: Frame[] | null = []

  constructor({ response, caller, after, onTooSlow }: LiveStreamOptions) {
    this.response = response
    this.onTooSlow = onTooSlow
    this.caller = caller
    this.lastSequence = after
  }

  /** What was just committed together; it leaves together, too. */
  offer(frames: readonly Frame[]): void {
    if (this.heldBack === null) this.send(frames)
    else if (this.heldBack.length + frames.length <= FRAMES_HELD_BACK_MAX) this.heldBack.push(...frames)
    else this.cut()
  }

  /** A frame of the past. Resolves when the reader has room for more. */
  async replay(frame: Frame): Promise<void> {
    this.send([frame])
    if (this.response.writableNeedDrain) await drained(this.response)
  }

  /** The past is told: from here on frames are sent as they come. */
  goLive(): void {
    const frames = this.heldBack ?? []
    this.heldBack = null
    for (const frame of frames) this.send([frame])
  }

  write(text: string): void {
    if (this.isClosed()) return
    // With its socket corked it leaves now, and as one piece; else it would wait until all that is under way is done.
    const { socket } = this.response
    socket?.cork()
    this.response.write(text)
    socket?.uncork()
    if (this.heldBack === null && this.response.writableLength > UNREAD_BYTES_MAX) this.cut()
  }

  /** Something that passes by; whoever does not read does without. */
  pass(text: string): void {
    if (this.response.writableLength <= UNREAD_BYTES_MAX) this.write(text)
  }

  isClosed(): boolean {
    return this.response.destroyed || this.response.writableEnded
  }

  close(): void {
    if (this.isClosed()) return
    this.response.end()
    const late = setTimeout(() => this.response.destroy(), CLOSE_WAIT_MAX_MS)
    this.response.once('close', () => clearTimeout(late))
  }

  private cut(): void {
    this.heldBack = null
    this.onTooSlow()
    this.response.destroy()
  }

  private send(frames: readonly Frame[]): void {
    let texts = ''
    for (const { sequence, textFor } of frames) {
      if (sequence <= this.lastSequence) continue
      this.lastSequence = sequence
      texts += textFor(this.caller) ?? ''
    }
    if (texts !== '') this.write(texts)
  }
}

const FRAMES_HELD_BACK_MAX = 10_000

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
  })
}
