import type { IncomingMessage } from 'node:http'

/** A body may take its time, but on a full server it has to come at this pace. */
const PACE_BYTES_PER_SECOND = 8_192
const MEASURED_AFTER_MS = 2_000
/** Of those that have had a place for longest, each time somebody finds none. */
const LOOKS_MAX = 8
const MS_PER_SECOND = 1_000

export interface PlaceLimits {
  readonly requests: number
  readonly bytes: number
}

/** Places for the requests under way and for the bytes of their bodies. */
export interface Places {
  /** Takes a place for a request; null: there is none, not even by hanging up on whoever drips their body.
   * The place is given back by calling what is returned. */
  take(incoming: IncomingMessage, bytes: number): (() => void) | null
}

interface Place {
  readonly incoming: IncomingMessage
  readonly leave: () => void
  measuredAt: number
  bytesReadBefore: number
}

export function createPlaces(limits: PlaceLimits, now: () => number): Places {
  let requests = 0
  let bytes = 0
  /** Whose bodies may still be arriving, those that were looked at longest ago first. */
  const arriving = new Set<Place>()

  function makeRoom(): boolean {
    let looks = 0
    for (const place of arriving) {
      if (looks++ === LOOKS_MAX) break
      arriving.delete(place)
      if (place.incoming.complete) continue
      const elapsedMs = now() - place.measuredAt
      const read = place.incoming.socket.bytesRead - place.bytesReadBefore
      if (elapsedMs >= MEASURED_AFTER_MS && read < (PACE_BYTES_PER_SECOND * elapsedMs) / MS_PER_SECOND) {
        place.leave()
        place.incoming.destroy()
        return true
      }
      if (elapsedMs >= MEASURED_AFTER_MS) {
        place.measuredAt = now()
        place.bytesReadBefore = place.incoming.socket.bytesRead
      }
      arriving.add(place)
    }
    return false
  }

  return {
    take: (incoming, size) => {
      while (requests >= limits.requests || bytes + size > limits.bytes) if (!makeRoom()) return null
      requests++
      bytes += size
      let isTaken = true
      const place: Place = {
        incoming,
        measuredAt: now(),
        bytesReadBefore: incoming.socket.bytesRead,
        leave: () => {
          if (!isTaken) return
          isTaken = false
          requests--
          bytes -= size
          arriving.delete(place)
        },
      }
      if (size > 0) arriving.add(place)
      return place.leave
    },
  }
}
