import { AppError } from '@unified-routing/contract'
import type { PasswordHashing } from './identity.ts'

const AT_ONCE = 2
const WAITING_MAX = 50
const RETRY_AFTER_SECONDS = 2

/** Hashes passwords two at a time: it is slow on purpose, and a flood of tries leaves threads and processor to the rest.
 *
 * Limits: 50 wait their turn; beyond them `unavailable`, at once. */
export function paceHashing({ hash, verify }: PasswordHashing): PasswordHashing {
  let atWork = 0
  const waiting: (() => void)[] = []

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (waiting.length >= WAITING_MAX)
      throw new AppError('unavailable', 'Too many people sign in at this moment; try again.', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      })
    if (atWork < AT_ONCE) atWork++
    // Whoever is done hands over the turn, so nobody who comes now is faster.
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) atWork--
      else next()
    }
  }
  return {
    hash: (password) => inTurn(() => hash(password)),
    verify: (attempt) => inTurn(() => verify(attempt)),
  }
}
