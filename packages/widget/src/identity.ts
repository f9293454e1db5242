import type { Surroundings } from './surroundings.ts'

const ANSWER_WITHIN_MS = 10_000

/** Asks the page who the customer is: its function hands the token to the callback, or returns it, also later.
 *
 * Rejects when there is no such function, no token, or no answer within ten seconds. */
export function askIdentity(ask: unknown, surroundings: Surroundings): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => reject(new Error(reason))
    if (typeof ask !== 'function') return refuse('The page has no function that tells who the customer is.')
    const callOff = surroundings.after(ANSWER_WITHIN_MS, () => refuse('The page did not tell who the customer is.'))
    const take = (token: unknown) => {
      if (token === undefined || token === null) return
      callOff()
      if (typeof token === 'string' && token !== '') resolve(token)
      else refuse('The page gave no token.')
    }
    try {
      Promise.resolve(ask(take)).then(take, (error: unknown) => refuse(String(error)))
    } catch (error) {
      refuse(String(error))
    }
  })
}
