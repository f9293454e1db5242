import type { IncomingMessage } from 'node:http'

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

export interface PlaceLimits {
  readonly requests: number
  readonly bytes: number
}

/** Places for the requests under way and for the bytes of their bodies. */
export interface Places {
  /** Takes a place for a request; null: there is none, not even by hanging up on whoever drips their body, or most
   * requests wait for too long already. The place is given back by calling what is returned. */
  take(incoming: IncomingMessage, bytes: number): (() => void) | null
}

interface Place {
  readonly incoming: IncomingMessage
  readonly takenAt: number
  readonly leave: () => void
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

  function isBehind(): boolean {
    for (const place of young) {
      if (now() - place.takenAt < LATE_MS) break
      young.delete(place)
      // Who has not said all yet keeps us waiting, and not the other way round.
      if (place.incoming.complete) late.add(place)
    }
    return late.size >= LATE_MIN && late.size > young.size
  }

  function makeRoom(): boolean {
    let looks = 0
    for (const place of arriving) {
      if (looks++ === LOOKS_MAX) break
      arriving.delete(place)
      if (place.incoming.complete) continue
      if (isDripping(place, now())) {
        place.leave()
        place.incoming.destroy()
        return true
      }
      arriving.add(place)
    }
    return false
  }

  return {
    take: (incoming, size) => {
      if (isBehind()) return null
      while (requests >= limits.requests || bytes + size > limits.bytes) if (!makeRoom()) return null
      requests++
      bytes += size
      let isTaken = true
      const leave = () => {
        if (!isTaken) return
        isTaken = false
        requests--
        bytes -= size
        for (const set of [young, late, arriving]) set.delete(place)
      }
      const takenAt = now()
      const place = { incoming, takenAt, leave, measuredAt: takenAt, bytesReadBefore: incoming.socket.bytesRead }
      young.add(place)
      if (size > 0) arriving.add(place)
      return leave
    },
  }
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
