import type { RecordType } from '../configuration/document.ts'
import type { RuleTrace } from '../event.ts'
import type { Facts } from '../rules/facts.ts'
import { compileRules, type RuleList } from '../rules/rule-list.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { WorkstreamName } from '../vocabulary.ts'

/** The intake rules of one record type. */
export interface Intake {
  readonly rules: RuleList
  readonly workstreams: readonly WorkstreamName[]
}

/** Where a record goes; `workstream` null: no rule is met, and the record is not routed. */
export interface IntakeDecision {
  readonly workstream: WorkstreamName | null
  readonly rules: readonly RuleTrace[]
  /** What went wrong while the rules were evaluated; the record is not routed. */
  readonly error: string | null
}

export function compileIntake(recordType: RecordType, scope: RuleScope): Intake {
  return {
    rules: compileRules(recordType.intakeRules, scope),
    workstreams: recordType.intakeRules.map(({ workstream }) => workstream),
  }
}

/** Chooses the workstream of a record by the first rule that is met. `facts.record` is the row. */
export function decideIntake(intake: Intake, facts: Facts): IntakeDecision {
  try {
    const applied = intake.rules.firstMatch(facts)
    return {
      workstream: intake.workstreams[applied] ?? null,
      rules: intake.rules.trace(facts, 'first', applied),
      error: null,
    }
  } catch (error) {
    return { workstream: null, rules: [], error: String(error) }
  }
}
