import { setTimeout as delay } from 'node:timers/promises'
import { createSystemClock } from '../../packages/server/src/engine/clock.ts'
import type { Faults } from '../../packages/server/src/engine/faults.ts'
import { startServer } from '../../packages/server/src/start-server.ts'
import { createChance } from './chance.ts'

/** The server of the product in a process of its own, with what shall go wrong in it: FAULT_AT=point:times kills it at
 * that point; FAULT_SEED breaks something now and then, and sets the clock forward and back. */
const { FAULT_AT, FAULT_SEED, PORT = '0', UR_DATA = '' } = process.env

const HOUR_MS = 60 * 60 * 1_000
const STALL_MAX_MS = 400
/** How often something happens at a point. */
const ODDS = 0.005
const CLOCK_SET_EVERY_MS = 700

function killAt(place: string): Faults {
  const [point, times = '1'] = place.split(':')
  let left = Number(times)
  return async (reached) => {
    if (reached !== point) return
    left--
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    // The signal takes a moment; nothing more is done in it.
    if (left === 0) await delay(HOUR_MS)
  }
}

function breakNowAndThen(seed: number): Faults {
  const chance = createChance(seed)
  return async (point) => {
    if (chance.next() >= ODDS) return
    // A slow disk, a bug, a full disk, a database that ends the connection.
    const kind = chance.pick(['stall', 'XX000', '53100', '57P01'])
    if (kind === 'stall') return delay(chance.below(STALL_MAX_MS))
    throw Object.assign(new Error(`broken on purpose at ${point}`), { code: kind })
  }
}

function unsteadyClock(seed: number) {
  const chance = createChance(seed + 1)
  let offset = 0
  setInterval(() => {
    offset = chance.pick([-HOUR_MS, 0, HOUR_MS / 6])
  }, CLOCK_SET_EVERY_MS).unref()
  return createSystemClock({ wall: () => Date.now() + offset, monotonic: () => performance.now() })
}

const seed = FAULT_SEED === undefined ? null : Number(FAULT_SEED)
await startServer({
  flags: { port: PORT, data: UR_DATA },
  firstContent: null,
  stopOnSignals: true,
  overrides: {
    ...(FAULT_AT === undefined ? {} : { faults: killAt(FAULT_AT) }),
    ...(seed === null ? {} : { faults: breakNowAndThen(seed), clock: unsteadyClock(seed) }),
  },
})
