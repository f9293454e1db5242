import { Radio, RadioGroup } from '@fluentui/react-components'
import { type Preview, queueCatalog, type Workstream } from '@unified-routing/routing'
import { useMemo } from 'react'
import { Section } from '../../ui/section.tsx'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import { routeKind } from '../rules/kinds/route-kind.tsx'
import { DecisionList } from '../rules/list/decision-list.tsx'
import { useRuleUses } from '../rules/list/use-rule-uses.ts'
import { choicesOf, SelectField } from '../rules/outputs/select-field.tsx'
import { fallbackQueueOf } from './workstream-words.ts'

export interface RouteEditorProps {
  readonly draft: RowDraft<Workstream>
  readonly preview: Preview | null
}

/** The route-to-queue rules of a workstream, how they are asked, and where the rest goes. */
export function RouteEditor({ draft, preview }: RouteEditorProps) {
  const { row, configuration, problems, isReadOnly, change } = draft
  const kind = useMemo(() => routeKind(configuration, row), [configuration, row])
  const uses = useRuleUses('routeToQueue', row.name)
  const ruleset = row.routeToQueue ?? { rules: [] }
  const queues = [...queueCatalog(configuration).values()]
    .filter(({ type }) => type === row.type)
    .map(({ name }) => name)
  return (
    <Section title="Route to queue">
      <RadioGroup
        aria-label="How the rules are asked"
        value={ruleset.hitPolicy ?? 'all'}
        disabled={isReadOnly}
        onChange={(_, data) =>
          change({ ...row, routeToQueue: { ...ruleset, hitPolicy: data.value === 'first' ? 'first' : 'all' } })
        }
      >
        <Radio value="all" label="Run all: of the rules that are met, the first whose queue does not overflow" />
        <Radio value="first" label="First match: the first rule that is met, even if its queue overflows" />
      </RadioGroup>
      <DecisionList
        kind={kind}
        rules={ruleset.rules}
        problems={problems}
        traces={preview?.way?.workstream === row.name ? preview.way.route.rules : null}
        uses={uses}
        isReadOnly={isReadOnly}
        onChange={(rules) => change({ ...row, routeToQueue: { ...ruleset, rules: [...rules] } })}
      />
      <SelectField
        label="Fallback queue"
        hint="Takes what no rule leads elsewhere."
        choices={choicesOf(queues)}
        value={fallbackQueueOf(row)}
        isReadOnly={isReadOnly}
        onChange={(fallbackQueue) => change({ ...row, fallbackQueue })}
      />
    </Section>
  )
}
