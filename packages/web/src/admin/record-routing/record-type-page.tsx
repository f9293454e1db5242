import { Switch } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import type { RecordType } from '@unified-routing/routing'
import { useMemo, useState } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { UnsavedGuard } from '../../records/unsaved-guard.tsx'
import { Page } from '../../ui/page.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { ChangeHistory } from '../frame/change-history.tsx'
import type { EditedNoun } from '../frame/row-edit.ts'
import { DraftBadge, DraftCommands } from '../rules/draft/draft-commands.tsx'
import { DraftProblems } from '../rules/draft/draft-problems.tsx'
import { RulesBesideTryIt } from '../rules/draft/rules-beside-try-it.tsx'
import { type RowDraft, useRowDraft } from '../rules/draft/use-row-draft.ts'
import { intakeKind } from '../rules/kinds/intake-kind.tsx'
import { recordTypeIndex, withRecordType } from '../rules/kinds/rows-of.ts'
import { ruleLines } from '../rules/kinds/rule-lines.ts'
import { DecisionList } from '../rules/list/decision-list.tsx'
import { useRuleUses } from '../rules/list/use-rule-uses.ts'
import type { Subject } from '../rules/try-it/subject.ts'
import { TryIt } from '../rules/try-it/try-it.tsx'
import { usePreview } from '../rules/try-it/use-preview.ts'
import { tableName } from './table-name.ts'

const route = getRouteApi('/app/admin/record-routing/$table')

const recordTypeNoun: EditedNoun<RecordType> = {
  words: { one: 'record type' },
  labels: { table: 'Record type', intakeRules: 'Intake rules', routeOnCreate: 'Route when created through the API' },
  wordsOf: (row, configuration) => ({ intakeRules: ruleLines(intakeKind(configuration, row), row.intakeRules) }),
}

/** The intake rules of one record type, with what they would do with a record. */
export function RecordTypePage() {
  const { table } = route.useParams()
  const { document } = useConfiguration()
  const present = document.recordTypes?.find((type) => type.table === table)
  const draft = useRowDraft<RecordType>({
    list: 'recordTypes',
    name: table,
    savedTitle: `Record routing of ${tableName(document, table)} is saved`,
    present: present ?? { table, intakeRules: [] },
    put: withRecordType,
    indexOf: recordTypeIndex,
  })
  const title = tableName(draft.configuration, table)
  return (
    <Page
      title={title}
      lead="Intake rules choose the workstream of a record. The first rule that is met decides; without one, a record is saved and not routed."
      trail={[
        <RouterLink key="list" to="/admin/record-routing">
          Record routing
        </RouterLink>,
      ]}
      badge={<DraftBadge draft={draft} />}
      commands={
        <>
          <DraftCommands draft={draft} />
          <ChangeHistory list="recordTypes" name={table} labels={recordTypeNoun.labels} />
        </>
      }
    >
      <UnsavedGuard isDirty={draft.isDirty} />
      <DraftProblems draft={draft} noun={recordTypeNoun} onShow={async () => undefined} />
      <IntakeRules draft={draft} table={table} />
    </Page>
  )
}

function IntakeRules({ draft, table }: { readonly draft: RowDraft<RecordType>; readonly table: string }) {
  const { row, configuration, problems, isReadOnly, change } = draft
  const kind = useMemo(() => intakeKind(configuration, row), [configuration, row])
  const uses = useRuleUses('intake', table)
  const [subject, setSubject] = useState<Subject>({ kind: 'record', table, workstream: null, id: '', values: {} })
  const preview = usePreview(problems.length > 0 ? null : configuration, subject)
  return (
    <RulesBesideTryIt
      rules={
        <Section title="Intake rules">
          <DecisionList
            kind={kind}
            rules={row.intakeRules}
            problems={problems}
            traces={preview?.intake?.rules ?? null}
            uses={uses}
            isReadOnly={isReadOnly}
            onChange={(intakeRules) => change({ ...row, intakeRules: [...intakeRules] })}
          />
          <Switch
            label="Route records when they are created through the API"
            checked={row.routeOnCreate ?? false}
            disabled={isReadOnly}
            onChange={(_, data) => change({ ...row, routeOnCreate: data.checked })}
          />
        </Section>
      }
      tryIt={
        <TryIt
          configuration={configuration}
          problemCount={problems.length}
          subject={subject}
          preview={preview}
          onChange={setSubject}
        />
      }
    />
  )
}
