import { randomUUID } from 'node:crypto'

const TIME_DIGITS = 12
/** Of a random UUID, what goes behind the instant and the version: 74 bits that nobody can guess. */
const RANDOM_FROM = 15

/** A UUID of version 7 (RFC 9562), for what is stored by the thousand: it begins with the instant, so that new rows come
 * next to each other in the index of their table, and not each on a page of its own. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(TIME_DIGITS, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(RANDOM_FROM)}`
}
