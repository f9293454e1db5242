import type { Queue } from '../document.ts'
import { defaultQueueNames } from '../queue-settings.ts'
import { own, type UnknownRecord } from '../unknown-record.ts'
import { assignment } from './assignment-check.ts'
import { boolean, distinct, integer, name, named, object, oneOf, textOf } from './checks.ts'
import { queueOverflow } from './overflow-check.ts'
import type { Place } from './place.ts'
import { operatingHoursName, representativeName } from './references.ts'
import { isQueueType, queueTypes } from './words.ts'

const PRIORITY_MAX = 2_147_483_647
const QUEUES_MAX = 10_000
/** All that can be chosen of a default queue. */
const defaultQueueKeys = ['name', 'type', 'assignment']

const queue = object<Queue>({
  fields: {
    name: name(),
    type: oneOf(queueTypes),
    priority: integer(1, PRIORITY_MAX),
    members: distinct(representativeName),
    operatingHours: operatingHoursName,
    assignment,
    // What is possible depends on the type: see `checkOverflow`.
    overflow: () => undefined,
    respectWorkingHours: boolean,
  },
  required: ['name', 'type'],
  refine: (row, place) => {
    checkOverflow(row, place)
    checkDefaultQueue(row, place)
  },
})

export const queues = named(queue, { max: QUEUES_MAX })

function checkOverflow(row: UnknownRecord, place: Place): void {
  const [type, overflow] = [own(row, 'type'), own(row, 'overflow')]
  if (overflow === undefined || !isQueueType(type)) return
  queueOverflow({ name: textOf(row, 'name'), type })(overflow, place.at('overflow'))
}

/** The system's queues may be named to choose how they assign; everything else of them is fixed. */
function checkDefaultQueue(row: UnknownRecord, place: Place): void {
  const [known, type] = [own(row, 'name'), own(row, 'type')]
  const ownType = queueTypes.find((candidate) => defaultQueueNames[candidate] === known)
  if (ownType === undefined) return
  if (isQueueType(type) && type !== ownType) place.at('type').report(`'${known}' is of type '${ownType}'; write that`)
  for (const key of Object.keys(row)) {
    if (defaultQueueKeys.includes(key)) continue
    place.at(key).report(`'${known}' belongs to the system; only its assignment can be chosen, remove '${key}'`)
  }
}
