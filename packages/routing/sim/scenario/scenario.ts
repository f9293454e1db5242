import type { Configuration } from '../../src/configuration/document.ts'
import type { DurationMs, Instant, Literal, NotEligibleReason } from '../../src/vocabulary.ts'

/** A scenario file once read: a configuration, a timeline, and what must come of it. */
export interface Scenario {
  readonly scenario: string
  readonly description: string | undefined
  readonly start: Instant
  readonly seed: number
  readonly configuration: Configuration
  readonly steps: readonly Step[]
}

/** One line of the timeline. Its instant is known before the run: no form of `at` depends on what happens. */
export type Step = ActionStep | ExpectStep

export interface ActionStep {
  readonly type: 'action'
  /** Position in the file's list, from 0, as in the path "steps[0]". */
  readonly index: number
  readonly at: Instant
  readonly action: Action
  /** The action must be refused; a text must be part of the refusal's message. */
  readonly refused: boolean | string
}

export interface ExpectStep {
  readonly type: 'expect'
  readonly index: number
  readonly at: Instant
  readonly expectations: readonly Expectation[]
}

export type Values = Readonly<Record<string, Literal>>

export type Action =
  // people
  | { readonly type: 'signIn'; readonly representative: string; readonly presence: string | undefined }
  | { readonly type: 'signOut'; readonly representative: string }
  | { readonly type: 'disconnect'; readonly representative: string }
  | { readonly type: 'reconnect'; readonly representative: string }
  | { readonly type: 'setPresence'; readonly representative: string; readonly presence: string }
  | { readonly type: 'resetPresence'; readonly representative: string }
  | { readonly type: 'setUnits'; readonly representative: string; readonly units: number }
  | {
      readonly type: 'setCustomLimit'
      readonly representative: string
      readonly profile: string
      readonly limit: number | null
    }
  | SkillEdit
  | { readonly type: 'joinQueue'; readonly representative: string; readonly queue: string }
  | { readonly type: 'leaveQueue'; readonly representative: string; readonly queue: string }
  // records
  | {
      readonly type: 'createRecord'
      readonly id: string
      readonly table: string
      readonly values: Values
      /** Absent: as the record type's `routeOnCreate` says. */
      readonly route: boolean | undefined
    }
  | { readonly type: 'updateRecord'; readonly id: string; readonly values: Values }
  | { readonly type: 'saveAndRoute'; readonly id: string }
  | { readonly type: 'completeRecord'; readonly id: string }
  | { readonly type: 'deleteRecord'; readonly id: string }
  | { readonly type: 'clearWorkedBy'; readonly id: string }
  // conversations
  | {
      readonly type: 'startConversation'
      readonly id: string
      readonly workstream: string
      readonly customer: string | null
      readonly context: Values
      readonly text: string | undefined
      /** The bot that has it first. */
      readonly bot: string | undefined
    }
  | { readonly type: 'customerMessage'; readonly item: string; readonly text: string | undefined }
  | { readonly type: 'customerLeaves'; readonly item: string }
  | { readonly type: 'customerDisconnects'; readonly item: string }
  | { readonly type: 'customerReturns'; readonly item: string }
  | { readonly type: 'escalate'; readonly item: string; readonly context: Values }
  // offers and sessions
  | { readonly type: 'accept'; readonly item: string; readonly representative: string }
  | { readonly type: 'reject'; readonly item: string; readonly representative: string }
  | { readonly type: 'pick'; readonly item: string; readonly representative: string }
  | { readonly type: 'endConversation'; readonly item: string; readonly representative: string | undefined }
  | { readonly type: 'closeSession'; readonly item: string; readonly representative: string | undefined }
  | { readonly type: 'setItemSkills'; readonly item: string; readonly skills: Readonly<Record<string, number | null>> }
  | { readonly type: 'setItemAttributes'; readonly item: string; readonly attributes: Values }
  // transfers and supervision
  | { readonly type: 'transferToQueue'; readonly item: string; readonly queue: string }
  | { readonly type: 'transferToRepresentative'; readonly item: string; readonly representative: string }
  | { readonly type: 'transferToNumber'; readonly item: string; readonly number: string }
  | {
      readonly type: 'assign'
      readonly item: string
      readonly representative: string | undefined
      readonly queue: string | undefined
    }
  | { readonly type: 'release'; readonly item: string }
  | { readonly type: 'removeFromQueue'; readonly item: string }
  | { readonly type: 'forceClose'; readonly item: string }
  // configuration and load
  | { readonly type: 'configure'; readonly changes: Readonly<Record<string, unknown>> }
  | GenerateAction

export type ActionType = Action['type']

export interface SkillEdit {
  readonly type: 'setSkill'
  readonly representative: string
  readonly skill: string
  readonly rating: number | null | undefined
  readonly active: boolean | undefined
  readonly remove: boolean
}

/** A value of generated work: fixed, or drawn for each arrival. `weights` has the length of `choice`. */
export type Draw =
  | { readonly fixed: Literal }
  | { readonly choice: readonly Literal[]; readonly weights: readonly number[] }

export type Arrivals =
  | { readonly type: 'atOnce' }
  | { readonly type: 'fixedGap'; readonly gapMs: DurationMs }
  | { readonly type: 'poisson'; readonly ratePerMinute: number }

export interface GenerateAction {
  readonly type: 'generate'
  readonly id: string
  readonly count: number
  readonly arrivals: Arrivals
  readonly work:
    | { readonly type: 'conversations'; readonly workstream: string; readonly context: Readonly<Record<string, Draw>> }
    | { readonly type: 'records'; readonly table: string; readonly values: Readonly<Record<string, Draw>> }
  readonly customer: string | null
  /** Mean of the exponentially distributed handling time; null: arrivals only. */
  readonly handlingMs: DurationMs | null
}

/** A fact that an expectation compares: a value, a list, or values by name. */
export type Fact = Literal | readonly string[] | readonly (readonly [string, string])[] | Values

/** The named facts, as the file writes them. */
export type Wanted = Readonly<Record<string, Fact>>

export const metrics = ['meanWait', 'p95Wait', 'serviceLevel', 'occupancyGini', 'maxWait', 'assigned'] as const
export type Metric = (typeof metrics)[number]

export type Expectation =
  | { readonly type: 'item'; readonly item: string; readonly wanted: Wanted }
  | { readonly type: 'representative'; readonly representative: string; readonly wanted: Wanted }
  | { readonly type: 'queue'; readonly queue: string; readonly wanted: Wanted }
  | { readonly type: 'assignments'; readonly assignments: readonly (readonly [string, string])[] }
  | {
      readonly type: 'shares'
      readonly of: string
      /** Percent by queue. */
      readonly shares: Readonly<Record<string, number>>
      readonly tolerance: number
    }
  | {
      readonly type: 'whyNot'
      readonly item: string
      readonly representative: string
      readonly reasons: readonly NotEligibleReason[]
    }
  | {
      readonly type: 'metric'
      readonly metric: Metric
      readonly of: string | undefined
      readonly thresholdMs: DurationMs
      readonly atLeast: number | undefined
      readonly atMost: number | undefined
    }
  | { readonly type: 'nothingAssigned' }
