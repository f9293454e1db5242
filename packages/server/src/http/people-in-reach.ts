import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { type Caller, may } from '../auth/caller.ts'
import { reachesRepresentative } from './reach.ts'
import type { Services } from './services.ts'

interface Edit {
  readonly before: Configuration
  readonly after: Configuration
}

/** Fails as `forbidden` when somebody who gives people capacity, presence and queues does so beyond their business units.
 *
 * Whoever edits the whole configuration does it for the whole organization. */
export function requirePeopleInReach(caller: Caller, edit: Edit, services: Services): void {
  if (may(caller, 'editConfiguration')) return
  const right = 'superviseRepresentatives'
  const beyond = touchedPeople(edit).filter((name) => !reachesRepresentative(name, { caller, right }, services))
  if (beyond.length === 0) return
  const message = 'belongs to a business unit beyond your reach'
  throw new AppError('forbidden', `Your roles do not reach the business units of ${beyond.slice(0, 3).join(', ')}.`, {
    errors: beyond.slice(0, PEOPLE_LISTED_MAX).map((name) => ({ path: `representatives ${name}`, message })),
  })
}

const PEOPLE_LISTED_MAX = 100

/** Those whose row changes, and those who come to a queue or leave it. */
function touchedPeople({ before, after }: Edit): readonly string[] {
  const old = new Map((before.representatives ?? []).map((person) => [person.name, person]))
  const changed = (after.representatives ?? []).filter((person) => !isDeepStrictEqual(old.get(person.name), person))
  const moved = (after.queues ?? []).flatMap(({ name, members = [] }) => {
    const membersBefore = before.queues?.find((queue) => queue.name === name)?.members ?? []
    return [...new Set(members).symmetricDifference(new Set(membersBefore))]
  })
  return [...new Set([...changed.map(({ name }) => name), ...moved])]
}
