import type { Playbook } from '../document.ts'
import { bullseyeLevels, checkBullseyeGroups } from './bullseye-check.ts'
import { boolean, distinct, duration, integer, list, name, named, object, oneOf } from './checks.ts'
import { condition } from './condition-check.ts'
import { byWord } from './either.ts'
import { YEAR_MS } from './organization-check.ts'
import { overflowAction } from './overflow-check.ts'
import type { Check } from './place.ts'
import { checkOverflowActions, checkRivals } from './playbook-conflicts.ts'
import { queueName } from './references.ts'

type Kind<Name extends Playbook['kind']> = Extract<Playbook, { kind: Name }>
type Increment = { add: number; every: string }
type Precedence = NonNullable<Kind<'expert'>['otherwise']>

const SECOND_MS = 1_000
const DAY_MS = 86_400_000
const INCREMENT_MAX = 10_000
const BRANCHES_MAX = 10

const queueList = distinct(queueName, { min: 1 })
const queuesOrAll: Check = (value, place) => {
  if (value !== 'all') queueList(value, place)
}
const when: Check = (value, place) => condition(place.names.scopes.anyItem)(value, place)
const add = integer(0, INCREMENT_MAX)
const every = duration(30 * SECOND_MS, YEAR_MS)
const order = distinct(oneOf(['preferred', 'previous']), { min: 1 })
const recency = duration(SECOND_MS, 30 * DAY_MS)
const head = { name: name(), active: boolean }

function branches(branch: Check): Check {
  return list(branch, { max: BRANCHES_MAX })
}

const bullseye = object<Kind<'bullseye'>>({
  fields: {
    ...head,
    kind: oneOf(['bullseye']),
    queues: queueList,
    levels: bullseyeLevels,
    whenExhausted: oneOf(['anyQueueMember', 'stayInGroups']),
  },
  required: ['name', 'kind', 'queues', 'levels'],
  refine: checkBullseyeGroups,
})

const priorityByWait = object<Kind<'priorityByWait'>>({
  fields: {
    ...head,
    kind: oneOf(['priorityByWait']),
    queues: queuesOrAll,
    branches: branches(
      object<Kind<'priorityByWait'>['branches'][number]>({
        fields: { when, add, every },
        required: ['when', 'add', 'every'],
      }),
    ),
    otherwise: object<Increment>({ fields: { add, every }, required: ['add', 'every'] }),
  },
  required: ['name', 'kind', 'queues', 'branches'],
})

const priorityOnTransfer = object<Kind<'priorityOnTransfer'>>({
  fields: {
    ...head,
    kind: oneOf(['priorityOnTransfer']),
    queues: queuesOrAll,
    branches: branches(
      object<Kind<'priorityOnTransfer'>['branches'][number]>({ fields: { when, add }, required: ['when', 'add'] }),
    ),
    otherwise: object<{ add: number }>({ fields: { add }, required: ['add'] }),
  },
  required: ['name', 'kind', 'queues', 'branches'],
})

const overflow = object<Kind<'overflow'>>({
  fields: {
    ...head,
    kind: oneOf(['overflow']),
    queues: queuesOrAll,
    trigger: oneOf(['outOfOperatingHours', 'everyoneSignedOut', 'nobodyAvailable']),
    branches: branches(
      object<Kind<'overflow'>['branches'][number]>({
        fields: { when, do: overflowAction },
        required: ['when', 'do'],
      }),
    ),
    otherwise: overflowAction,
  },
  required: ['name', 'kind', 'queues', 'trigger', 'branches'],
  refine: checkOverflowActions,
})

const expert = object<Kind<'expert'>>({
  fields: {
    ...head,
    kind: oneOf(['expert']),
    queues: queuesOrAll,
    branches: branches(
      object<Kind<'expert'>['branches'][number]>({
        fields: { when, order, recency },
        required: ['when', 'order', 'recency'],
      }),
    ),
    otherwise: object<Precedence>({ fields: { order, recency }, required: ['order', 'recency'] }),
  },
  required: ['name', 'kind', 'queues', 'branches'],
})

const playbook = byWord('kind', { bullseye, priorityByWait, priorityOnTransfer, overflow, expert })

export const playbooks: Check = (value, place) => {
  named(playbook, { max: 1_000 })(value, place)
  checkRivals(value, place)
}
