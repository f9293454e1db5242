import { Text } from '@fluentui/react-components'
import type { Preview, Workstream } from '@unified-routing/routing'
import { useMemo } from 'react'
import { RouterLink } from '../../ui/router-links.tsx'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import { intakeKind } from '../rules/kinds/intake-kind.tsx'
import { DecisionList } from '../rules/list/decision-list.tsx'
import { useRuleUses } from '../rules/list/use-rule-uses.ts'
import { ClassificationEditor } from './classification-editor.tsx'
import { AssignmentFields, OfferFields } from './detail-fields.tsx'
import { RouteEditor } from './route-editor.tsx'
import type { Stage } from './stages.ts'
import { queuesOf } from './workstream-words.ts'

export interface StageEditorProps {
  readonly stage: Stage
  readonly draft: RowDraft<Workstream>
  readonly preview: Preview | null
}

/** What can be changed at a stage, and the way to what belongs to somebody else. */
export function StageEditor({ stage, draft, preview }: StageEditorProps) {
  switch (stage) {
    case 'intake':
      return <Intake draft={draft} preview={preview} />
    case 'classification':
      return <ClassificationEditor draft={draft} preview={preview} />
    case 'routeToQueue':
      return <RouteEditor draft={draft} preview={preview} />
    case 'prioritization':
      return <Queues draft={draft} text="In what order work is given out is for its queue to say:" />
    case 'assignment':
      return (
        <>
          <AssignmentFields draft={draft} />
          <Queues draft={draft} text="How somebody is chosen among those who can take it is for the queue to say:" />
        </>
      )
    default:
      return <OfferFields draft={draft} />
  }
}

const nothing = () => undefined

function Intake({ draft, preview }: Omit<StageEditorProps, 'stage'>) {
  const { configuration, row } = draft
  const { type, table = '' } = row
  const recordType = useMemo(
    () => configuration.recordTypes?.find((known) => known.table === table) ?? { table, intakeRules: [] },
    [configuration, table],
  )
  const kind = useMemo(() => intakeKind(configuration, recordType), [configuration, recordType])
  const uses = useRuleUses('intake', table)
  if (type !== 'record')
    return <Text>Conversations of its channel come in by themselves; there are no rules here.</Text>
  return (
    <>
      <Text>
        {'All workstreams of a record type share its intake rules. Change them under '}
        <RouterLink to="/admin/record-routing/$table" params={{ table }} inline>
          Record routing
        </RouterLink>
        {'.'}
      </Text>
      <DecisionList
        kind={kind}
        rules={recordType.intakeRules}
        problems={[]}
        traces={preview?.intake?.rules ?? null}
        uses={uses}
        isReadOnly
        onChange={nothing}
      />
    </>
  )
}

function Queues({ draft, text }: { readonly draft: RowDraft<Workstream>; readonly text: string }) {
  return (
    <>
      <Text>{text}</Text>
      <ul>
        {queuesOf(draft.row).map((name) => (
          <li key={name}>
            <RouterLink to="/admin/$noun/$name" params={{ noun: 'queues', name }}>
              {name}
            </RouterLink>
          </li>
        ))}
      </ul>
    </>
  )
}
