import type { Playbook } from '../document.ts'
import { parseDuration } from '../duration.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { distinct, duration, list, object, show, textOf } from './checks.ts'
import { YEAR_MS } from './organization-check.ts'
import type { Check, Place } from './place.ts'
import { userGroupName } from './references.ts'

type Level = Extract<Playbook, { kind: 'bullseye' }>['levels'][number]

const LEVELS_MAX = 50
const FIRST_EXPANSION_MS = 30_000
const STEP_MS = 10_000

const levelList = list(
  object<Level>({
    fields: { userGroups: distinct(userGroupName, { min: 1 }), after: duration(0, YEAR_MS) },
    required: ['userGroups', 'after'],
  }),
  { min: 1, max: LEVELS_MAX },
)

/** Levels open after times counted from the start: the first at once, the second at once or after 30 s or more, the
 * others together with the level before or 10 s or more after it (routing.md 9.3). */
export const bullseyeLevels: Check = (value, place) => {
  levelList(value, place)
  if (!Array.isArray(value)) return
  let previous = 0
  for (const [index, level] of value.entries()) {
    const after = parseDuration(textOf(level, 'after') ?? '')
    if (after === null) return
    const problem = thresholdProblem(index, after, previous)
    if (problem !== null) place.at(index).at('after').report(problem)
    previous = after
  }
}

/** A group gives a queue its members only when it is attached to that queue. */
export function checkBullseyeGroups(playbook: UnknownRecord, place: Place): void {
  const [queues, levels] = [own(playbook, 'queues'), own(playbook, 'levels')]
  if (!Array.isArray(queues) || !Array.isArray(levels)) return
  for (const [index, level] of levels.entries()) {
    const groups = isRecord(level) ? own(level, 'userGroups') : null
    if (!Array.isArray(groups)) continue
    for (const [position, group] of groups.entries()) {
      const attached = typeof group === 'string' ? place.names.userGroups.get(group) : undefined
      const missing = attached === undefined ? undefined : queues.find((queue) => !attached.includes(queue))
      if (missing === undefined) continue
      const there = place.at('levels').at(index).at('userGroups').at(position)
      there.report(`user group ${show(group)} is not attached to queue ${show(missing)}; attach it or leave it out`)
    }
  }
}

function thresholdProblem(index: number, after: number, previous: number): string | null {
  if (index === 0) return after === 0 ? null : "the first level opens at once; write '0s'"
  if (after < previous) return 'the level opens before the one above it; order them by time'
  if (after === previous) return null
  if (after < FIRST_EXPANSION_MS) return 'a level opens after 30 s at the earliest; write 30s or more'
  return after - previous < STEP_MS ? 'levels are 10 s apart or open together; change the time' : null
}
