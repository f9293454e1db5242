import type { IncomingMessage, ServerResponse } from 'node:http'

/** A body may take its time, but on a full server it has to come at this pace. */
const PACE_BYTES_PER_SECOND = 8_192
const MEASURED_AFTER_MS = 2_000
/** Of those that have had a place for longest, each time somebody finds none. */
const LOOKS_MAX = 8
const MS_PER_SECOND = 1_000
/** A request that has waited for its answer for so long is late, */
const LATE_MS = 2_000
/** and when so many are, and more than are not, whoever came now would be later still. More than wait for their password
 * to be hashed, whom nobody else shall wait for. */
const LATE_MIN = 64
/** Those whose answers nobody reads are looked for so often at most. */
const SWEEP_EVERY_MS = 50

export interface PlaceLimits {
  readonly requests: number
  readonly bytes: number
}

/** A request, and what tells whether its answer is written. */
export interface Exchange {
  readonly incoming: IncomingMessage
  readonly outgoing: Pick<ServerResponse, 'writableEnded'>
}

/** Places for the requests under way and for the bytes of their bodies. Answers that are written and that nobody reads
 * take nobody's place: there may be as many of them again, and beyond that the oldest are hung up on. */
export interface Places {
  /** Takes a place for a request; null: there is none, not even by hanging up on whoever drips their body, or most
   * requests wait for too long already. The place is given back by calling what is returned. */
  take(exchange: Exchange, bytes: number): (() => void) | null
}

interface Place extends Exchange {
  readonly takenAt: number
  /** The request has gone, or its answer has: nothing is left of it. */
  readonly leave: () => void
  /** Its answer is there to be read, and we wait for nothing but that. */
  readonly giveBack: () => void
  measuredAt: number
  bytesReadBefore: number
}

export function createPlaces(limits: PlaceLimits, now: () => number): Places {
  let requests = 0
  let bytes = 0
  /** In the order they came. */
  const young = new Set<Place>()
  const late = new Set<Place>()
  /** Whose bodies may still be arriving, those that were looked at longest ago first. */
  const arriving = new Set<Place>()
  const unread = new Set<Place>()
  let sweptAt = Number.NEGATIVE_INFINITY

  /** Gives back the places of those whose answers wait to be read. */
  function sweep(): void {
    if (now() - sweptAt < SWEEP_EVERY_MS) return
    sweptAt = now()
    for (const place of [...late, ...young]) if (place.outgoing.writableEnded) place.giveBack()
    let over = unread.size - limits.requests
    for (const { incoming } of unread) if (over-- > 0) incoming.socket.destroy()
  }

  function isBehind(): boolean {
    for (const place of young) {
      if (now() - place.takenAt < LATE_MS) break
      young.delete(place)
      // Who has not said all yet keeps us waiting, and not the other way round.
      if (place.incoming.complete) late.add(place)
    }
    if (!isMostLate()) return false
    sweep()
    return isMostLate()
  }
  const isMostLate = () => late.size >= LATE_MIN && late.size > young.size

  function isFull(size: number): boolean {
    return requests >= limits.requests || bytes + size > limits.bytes
  }

  function createPlace({ incoming, outgoing }: Exchange, size: number): Place {
    let isTaken = true
    const giveBack = () => {
      if (!isTaken) return
      isTaken = false
      requests--
      bytes -= size
      for (const set of [young, late, arriving]) set.delete(place)
      unread.add(place)
    }
    const leave = () => {
      giveBack()
      unread.delete(place)
    }
    const takenAt = now()
    const bytesReadBefore = incoming.socket.bytesRead
    const place = { incoming, outgoing, takenAt, leave, giveBack, measuredAt: takenAt, bytesReadBefore }
    return place
  }

  return {
    take: (exchange, size) => {
      if (isBehind()) return null
      if (isFull(size)) sweep()
      while (isFull(size)) if (!makeRoom(arriving, now())) return null
      requests++
      bytes += size
      const place = createPlace(exchange, size)
      young.add(place)
      if (size > 0) arriving.add(place)
      return place.leave
    },
  }
}

/** Hangs up on one who drips their body; false: on a first look nobody does. */
function makeRoom(arriving: Set<Place>, now: number): boolean {
  let looks = 0
  for (const place of arriving) {
    if (looks++ === LOOKS_MAX) break
    arriving.delete(place)
    if (place.incoming.complete) continue
    if (isDripping(place, now)) {
      place.leave()
      place.incoming.destroy()
      return true
    }
    arriving.add(place)
  }
  return false
}

/** Whether a body comes too slowly, once that can be told; measured anew each time. */
function isDripping(place: Place, now: number): boolean {
  const elapsedMs = now - place.measuredAt
  if (elapsedMs < MEASURED_AFTER_MS) return false
  const { bytesRead } = place.incoming.socket
  const isSlow = bytesRead - place.bytesReadBefore < (PACE_BYTES_PER_SECOND * elapsedMs) / MS_PER_SECOND
  place.measuredAt = now
  place.bytesReadBefore = bytesRead
  return isSlow
}
