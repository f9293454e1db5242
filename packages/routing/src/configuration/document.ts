/**
 * The configuration document in TypeScript's notation: what an administrator sets up, as one YAML or JSON file.
 * Rows name each other; names are unique inside their list; what is absent takes the default written beside it.
 * Long because it is one document, read from top to bottom.
 */
import type { BasePresence, Channel, Literal, QueueType } from '../vocabulary.ts'

/** ISO 8601 duration ("PT90S", "P2D") or the short form "90s", "5m", "2h", "1d". */
export type Duration = string
/** IANA zone, "Europe/Madrid". */
export type TimeZone = string
/** "HH:mm", local to the zone of its calendar. */
export type ClockTime = string
/** A base presence, the system's "Inactive" (base Away), or a custom presence by name. */
export type PresenceName = string

// ── conditions: one language for every rule ──────────────────────────────────────────────────────────

/**
 * Where a value is read from. Dots follow lookups to related rows.
 *
 *   record.…          intake rules only: the row being routed        record.customer.country
 *   item.…            every other rule kind                          item.record.priority
 *     item.channel, item.workstream.<field>, item.queue, item.customer.<column>, item.record.<column>,
 *     item.context.<variable>, item.attributes.<name>, item.sentiment, item.effortMinutes,
 *     item.skills, item.capacityProfiles (lists: eq, in and contains ask for membership),
 *     item.priorityScore, item.requiredUnits, item.createdAt, item.waiting (duration in the queue so far)
 *   representative.…  assignment rules only: the left-hand side      representative.country
 *     representative.presence, .basePresence, .units (available), .skills, .isWorking, .<column>
 */
export type Path = string

export type Operator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'contains'
  | 'notContains'
  | 'beginsWith'
  | 'endsWith'
  | 'hasData'
  | 'noData' // take no value
  | 'onOrBefore'
  | 'onOrAfter' // dates
  | 'olderThan'
  | 'within' // date against a Duration before now / around now
  | 'exactMatch' // representative.skills: every required skill, at or above its rating
  | 'isWorking' // representative: inside working hours now; takes no value

export type Condition =
  | { all: Condition[] } // empty: true
  | { any: Condition[] } // empty: false
  | { not: Condition }
  | {
      path: Path
      op: Operator
      /** Static match. For exactMatch: omitted = all required skills, or the name of a skill type. */
      value?: Literal | Literal[]
      /** Dynamic match: compare with another value of the work item, e.g. item.customer.membershipLevel. */
      valuePath?: Path
    }

// ── the document ─────────────────────────────────────────────────────────────────────────────────────

export interface Configuration {
  version: 1
  organization?: Organization
  tables?: Table[]
  rows?: Row[]
  skillTypes?: string[]
  ratingModels?: RatingModel[]
  skills?: Skill[]
  capacityProfiles?: CapacityProfile[]
  presences?: Presence[]
  operatingHours?: OperatingHours[]
  customRoles?: CustomRole[]
  representatives?: Representative[]
  userGroups?: UserGroup[]
  queues?: Queue[]
  workstreams?: Workstream[]
  recordTypes?: RecordType[]
  preferredRepresentatives?: PreferredRepresentatives[]
  playbooks?: Playbook[]
}

export interface Organization {
  name?: string
  timeZone?: TimeZone // "UTC"
  declineLimit?: number // 3; 1 to 5: declines of one item by one representative
  declinersBeforeParking?: number // 100 different decliners, then manual only
  missedOfferPresence?: boolean // false; true: a missed offer sets Inactive
  rejectedOfferPresence?: boolean // false; true: a rejected offer sets Busy - DND
  reconnectWindow?: Duration // "150s": presence restored when back within it
  sessionLimit?: number // 10 open sessions, then Busy - DND
  preferredRepresentative?: {
    enabled?: boolean // false
    whenUnavailable?: 'nextBest' | 'leaveInQueue' // "nextBest"
  }
  autoClose?: AutoClose[] // replaces single defaults of ../reference/routing.md 8.7
  representativeTransfer?: boolean // true: representatives may transfer to one another without a consult
}

export interface AutoClose {
  channel: Channel
  state: 'Open' | 'Active' | 'Wrap-up' | 'Waiting'
  after: Duration | null // null: never
}

/** Built in: account, contact, case, lead, email. A document may add tables, and columns to the built-in ones. */
export interface Table {
  name: string
  displayName?: string
  columns?: Column[]
  /** May be added to a queue. Cannot be switched off once on. */
  queueEnabled?: boolean // case, lead, email: true; others: false
}

export interface Column {
  name: string
  type: 'text' | 'integer' | 'decimal' | 'boolean' | 'dateTime' | 'choice' | 'lookup'
  choices?: string[]
  target?: string // lookup: the table
  required?: boolean
}

/** A row of any table: contacts, accounts, products that rules refer to. */
export interface Row {
  table: string
  id: string
  values: Record<string, Literal> // lookup: the id of the target row
}

export interface RatingModel {
  name: string
  min: number
  max: number
  values?: Record<string, number>
}
export interface Skill {
  name: string
  type: string
  ratingModel?: string
  description?: string
}

export interface CapacityProfile {
  name: string
  limit: number // 0 to 100 work items
  reset?: 'immediate' | 'endOfDay' // "immediate"; cannot change later
  blocking?: boolean // false; true: at its limit, no automatic work of any kind
}

export interface Presence {
  name: string
  base: BasePresence
  text?: string
  description?: string
}

export interface OperatingHours {
  name: string
  timeZone?: TimeZone // the organization's
  hours: { days: Weekday[]; start: ClockTime; end: ClockTime; breaks?: { start: ClockTime; end: ClockTime }[] }[]
  holidays?: { name: string; from: string; to: string }[] // dates, both included
}
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

/** A security role of the administrator's own: its persona says what it allows. */
export interface CustomRole {
  name: string // no name of a role of the product
  persona: Persona
}
export type Persona = 'representative' | 'supervisor' | 'administrator'

export interface Representative {
  name: string // sign-in name
  fullName?: string
  email?: string
  roles?: string[] // of the product or custom; ["Customer Service Representative"]
  businessUnit?: string // the root unit
  bookable?: boolean // true: a bookable resource; only those get work automatically
  units?: number // 100 capacity units
  capacityProfiles?: Record<string, number | null> // custom limit, null = the profile's own
  skills?: Record<string, number | null | { rating?: number; active?: boolean }>
  defaultPresence?: PresenceName // "Available"
  workingHours?: string // an OperatingHours name; absent: always working
  columns?: Record<string, Literal> // user columns that rules may read
}

export interface UserGroup {
  name: string
  members: string[]
  queues?: string[]
}

export interface Queue {
  name: string
  type: QueueType // cannot change later
  priority?: number // 1; 1 is served first
  /** In joining order: it seeds round robin. A conversation reaching a queue with no members is closed. */
  members?: string[]
  operatingHours?: string // absent: always open
  assignment?: AssignmentMethod // highestCapacity; voice: leastActive
  overflow?: {
    beforeQueue?: OverflowRule[]
    inQueue?: InQueueOverflow[]
  }
  respectWorkingHours?: boolean // false; true: out-of-the-box methods skip people who are off shift
}

export type AssignmentMethod =
  | { method: 'highestCapacity' | 'roundRobin' | 'leastActive' | 'none'; prioritization?: PrioritizationRule[] }
  | {
      method: 'custom'
      prioritization?: PrioritizationRule[]
      rulesets: AssignmentRuleset[]
      selectionCriteria?: { name: string; when: Condition; ruleset: string }[]
    }

export interface PrioritizationRule {
  name: string
  when: Condition
  orderBy?: 'firstInFirstOut' | { path: Path; direction?: 'ascending' | 'descending' }
}

export interface AssignmentRuleset {
  name: string
  isDefault?: boolean
  rules: AssignmentRule[]
}

export interface AssignmentRule {
  name: string
  when: Condition
  orderBy?: AssignmentOrder | AssignmentOrder[] // "roundRobin"; ties always end in round robin
}

export type AssignmentOrder =
  | 'roundRobin'
  | 'leastActive'
  | 'unitCapacity'
  | 'profileCapacity'
  | { proficiency: 'most' | 'nearest'; skillType?: string }
  | { skillCount: true; skillType?: string }
  | { path: Path; direction?: 'ascending' | 'descending' }

export type OverflowAction =
  | 'assignAnyway'
  | 'endConversation'
  | 'directCallback'
  | 'voicemail'
  | { transferToQueue: string }
  | { transferToNumber: string }

/** Allowed pairs of condition and action depend on the queue's type: ../reference/routing.md 11.1. */
export interface OverflowRule {
  when: 'outOfOperatingHours' | { workItemLimit: number } | { averageWait: Duration }
  do: OverflowAction
}
export interface InQueueOverflow {
  waitingLongerThan: Duration
  do: OverflowAction
}

export interface Workstream {
  name: string
  type: QueueType
  channel: Channel
  table?: string // record workstreams: the record type
  distribution?: 'push' | 'pick' // "push"; cannot change later; voice is push
  selectFromPush?: boolean // false; true: items may be picked by hand as well
  fallbackQueue?: string // the default queue of the type
  capacity?: { units: number } | { profiles: string[] } // { units: 0 }
  allowedPresences?: (BasePresence | 'Inactive')[] // ["Available", "Busy"]
  skillMatching?: 'exact' | 'closest' | 'none' // "none"
  affinity?: boolean // persistentChat, sms, whatsApp, facebook, teams: true; else false
  wrapUp?: 'alwaysBlock' | 'dontBlock' | { block: Duration } // "alwaysBlock"; block 30 s to 60 min
  autoCloseAfterInactivity?: Duration // from Waiting; asynchronous channels only
  offer?: {
    timeout?: Duration // "120s"
    autoAssign?: boolean // false; true: no accept step, reject disabled
    rejectable?: boolean // true; records: always false, a record is assigned, not offered
  }
  contextVariables?: { name: string; type: 'text' | 'number' }[]
  classification?: ClassificationRuleset[] // at most 10
  routeToQueue?: RouteToQueueRuleset // at most one
}

export type ClassificationRuleset =
  | { name: string; kind?: 'rules'; rules: ClassificationRule[] } // at most 100 rules; the first match applies
  | { name: string; kind: 'skillFinder'; model: string; inputs: Path[] }
  | { name: string; kind: 'sentiment'; inputs: Path[] }
  | { name: string; kind: 'effort'; model: string }

export interface ClassificationRule {
  name: string
  when: Condition
  /** At most five outputs. */
  set: {
    attributes?: Record<string, Literal>
    skills?: Record<string, number | null> // required rating
    capacityProfiles?: string[] // appended to the workstream's
    priorityScore?: number
  }
}

export interface RouteToQueueRuleset {
  hitPolicy?: 'all' | 'first' // "all": the first matched rule whose queue is not overflowing
  rules: RouteToQueueRule[] // at most 200
}

export interface RouteToQueueRule {
  name: string
  when: Condition
  queue?: string
  /** Instead of `queue`: up to five queues, percentages that total 100. Smooth weighted round robin. */
  allocation?: Record<string, number>
  /** Rule-specific overflow, by queue, in place of the queue's own beforeQueue list. */
  overflow?: Record<string, OverflowRule[]>
}

export interface RecordType {
  table: string
  intakeRules: { name: string; when: Condition; workstream: string }[] // at most 100; the first match decides
  routeOnCreate?: boolean // false; true: rows created through the API are routed at once
}

export interface PreferredRepresentatives {
  contact: string
  representatives: string[]
} // 1 to 3, in order

export type Playbook =
  | {
      name: string
      kind: 'bullseye'
      active?: boolean
      queues: string[]
      levels: { userGroups: string[]; after: Duration }[] // the first after "0s"
      whenExhausted?: 'anyQueueMember' | 'stayInGroups'
    } // "anyQueueMember"
  | {
      name: string
      kind: 'priorityByWait'
      active?: boolean
      queues: string[] | 'all'
      branches: { when: Condition; add: number; every: Duration }[]
      otherwise?: { add: number; every: Duration }
    }
  | {
      name: string
      kind: 'priorityOnTransfer'
      active?: boolean
      queues: string[] | 'all'
      branches: { when: Condition; add: number }[]
      otherwise?: { add: number }
    }
  | {
      name: string
      kind: 'overflow'
      active?: boolean
      queues: string[] | 'all'
      trigger: 'outOfOperatingHours' | 'everyoneSignedOut' | 'nobodyAvailable'
      branches: { when: Condition; do: OverflowAction }[]
      otherwise?: OverflowAction
    }
  | {
      name: string
      kind: 'expert'
      active?: boolean
      queues: string[] | 'all'
      branches: { when: Condition; order: ('preferred' | 'previous')[]; recency: Duration }[]
      otherwise?: { order: ('preferred' | 'previous')[]; recency: Duration }
    }
