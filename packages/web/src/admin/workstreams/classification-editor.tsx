import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { ClassificationRuleset, Preview, Workstream } from '@unified-routing/routing'
import { announce } from '../../ui/announcer.tsx'
import type { RowDraft } from '../rules/draft/use-row-draft.ts'
import { freshName, moved } from '../rules/list/reorder.ts'
import styles from './ruleset-section.module.css'
import { RulesetSection } from './ruleset-section.tsx'

const RULESETS_MAX = 10

export interface ClassificationEditorProps {
  readonly draft: RowDraft<Workstream>
  readonly preview: Preview | null
}

/** The classification rulesets of a workstream in their order; each later one sees what the earlier ones set. */
export function ClassificationEditor({ draft, preview }: ClassificationEditorProps) {
  const { row, isReadOnly, change } = draft
  const { classification = [] } = row
  const put = (next: readonly ClassificationRuleset[]) => change({ ...row, classification: [...next] })
  const names = classification.map(({ name }) => name)
  return (
    <div className={styles.rulesets}>
      {classification.length === 0 ? (
        <Text>No rulesets. One can add skills, attributes, capacity profiles or a priority score to an item.</Text>
      ) : null}
      {classification.map((ruleset, index) => (
        <RulesetSection
          // A ruleset that is renamed stays the one that is being edited.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          draft={draft}
          ruleset={ruleset}
          index={index}
          count={classification.length}
          traces={preview?.way?.workstream === row.name ? (preview.way.rulesets[index]?.rules ?? null) : null}
          onChange={(changed) => put(classification.toSpliced(index, 1, changed))}
          onRemove={() => put(classification.toSpliced(index, 1))}
          onMoveTo={(to) => {
            put(moved(classification, index, to))
            announce(`${ruleset.name} moved to place ${to + 1} of ${classification.length}`)
          }}
        />
      ))}
      {isReadOnly ? null : (
        <Button
          className={styles.add}
          icon={<AddRegular />}
          disabledFocusable={classification.length >= RULESETS_MAX}
          onClick={() => put([...classification, { name: freshName('New ruleset', names), rules: [] }])}
        >
          Add ruleset
        </Button>
      )}
    </div>
  )
}
