import { timeZoneTable } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { isoInstant } from '../views/instants.ts'

const HOUR_MS = 60 * 60 * 1_000
const DAY_MS = 24 * HOUR_MS

export const getTodaysFlow: Handler<'getTodaysFlow'> = async (_call, { enabling, catalogs, now }) => {
  const present = now()
  const from = midnightBefore(present, catalogs().organization.timeZone)
  const [flow, openWork] = await Promise.all([enabling.flow({ from, to: present + 1 }), enabling.openWork()])
  const byHour = new Map(flow.map((hour) => [hour.from, hour]))
  const hours = []
  for (let hour = from; hour <= present; hour += HOUR_MS) {
    const { arrived, closed } = byHour.get(hour) ?? { arrived: 0, closed: 0 }
    hours.push({ from: isoInstant(hour), arrived, closed })
  }
  return { body: { hours, waiting: openWork.waiting, active: openWork.offered + openWork.accepted } }
}

/** Midnight on the clocks of the organization. */
function midnightBefore(instant: number, timeZone: string): number {
  const zone = timeZoneTable(timeZone, instant - DAY_MS, instant + DAY_MS)
  const wallClock = zone.toWallClock(instant)
  return zone.toInstant(wallClock - (wallClock % DAY_MS))
}
