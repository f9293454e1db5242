import type { Configuration, RecordType } from '@unified-routing/routing'
import { vocabularyOf } from '../condition/vocabulary.ts'
import type { RuleKind } from '../list/rule-kind.ts'
import { choicesOf, SelectField } from '../outputs/select-field.tsx'
import { withRecordType } from './rows-of.ts'

const RULES_MAX = 100

export type IntakeRule = RecordType['intakeRules'][number]

/** The intake rules of a record type: which workstream takes a record. */
export function intakeKind(configuration: Configuration, recordType: RecordType): RuleKind<IntakeRule> {
  const { table } = recordType
  const types = configuration.recordTypes ?? []
  const index = types.findIndex((known) => known.table === table)
  const workstreams = (configuration.workstreams ?? [])
    .filter((workstream) => workstream.type === 'record' && workstream.table === table)
    .map(({ name }) => name)
  return {
    title: 'Intake rules',
    outputTitle: 'Workstream',
    max: RULES_MAX,
    path: `recordTypes[${index < 0 ? types.length : index}].intakeRules`,
    vocabulary: vocabularyOf(configuration, { kind: 'intake', table }),
    withRules: (intakeRules) => withRecordType(configuration, { ...recordType, intakeRules: [...intakeRules] }),
    newRule: (name) => ({ name, when: { all: [] }, workstream: workstreams[0] ?? '' }),
    outputText: ({ workstream }) => `→ ${workstream}`,
    renderOutput: ({ rule, onChange }) => (
      <SelectField
        label="Workstream"
        choices={choicesOf(workstreams)}
        value={rule.workstream}
        onChange={(workstream) => onChange({ ...rule, workstream })}
      />
    ),
  }
}
