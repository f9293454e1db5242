import type { AutoClose, Organization } from '../document.ts'
import { own } from '../unknown-record.ts'
import { asynchronousChannels } from '../workstream-settings.ts'
import { boolean, duration, integer, list, name, object, oneOf, textOf } from './checks.ts'
import type { Check } from './place.ts'
import { channels } from './words.ts'

const SECOND_MS = 1_000
const DAY_MS = 86_400_000
export const YEAR_MS = 366 * DAY_MS

/** The zone itself is checked where zone data lives, at the edge. */
export const timeZone: Check = name(100)

const autoClose = object<AutoClose>({
  fields: {
    channel: oneOf(channels),
    state: oneOf(['Open', 'Active', 'Wrap-up', 'Waiting']),
    after: (value, place) => {
      if (value !== null) duration(SECOND_MS, YEAR_MS)(value, place)
    },
  },
  required: ['channel', 'state', 'after'],
  refine: (row, place) => {
    const channel = textOf(row, 'channel')
    if (own(row, 'after') === null) return
    if (channel === 'record') place.at('channel').report('records are not closed by time; remove the entry')
    if (own(row, 'state') !== 'Waiting' || asynchronousChannels.some((known) => known === channel)) return
    place
      .at('state')
      .report(`only conversations of ${asynchronousChannels.join(', ')} can be Waiting; remove the entry`)
  },
})

export const organization = object<Organization>({
  fields: {
    name: name(),
    timeZone,
    declineLimit: integer(1, 5),
    declinersBeforeParking: integer(1, 1_000),
    missedOfferPresence: boolean,
    rejectedOfferPresence: boolean,
    reconnectWindow: duration(0, DAY_MS),
    sessionLimit: integer(1, 1_000),
    preferredRepresentative: object<NonNullable<Organization['preferredRepresentative']>>({
      fields: { enabled: boolean, whenUnavailable: oneOf(['nextBest', 'leaveInQueue']) },
      required: [],
    }),
    autoClose: list(autoClose, { unique: (row) => keyOfTwo(textOf(row, 'channel'), textOf(row, 'state')) }),
    representativeTransfer: boolean,
  },
  required: [],
})

function keyOfTwo(first: string | null, second: string | null): string | null {
  return first === null || second === null ? null : `${first} ${second}`
}
