import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { RuleTrace } from '@unified-routing/contract'
import type { Problem } from '@unified-routing/routing'
import { useRef, useState } from 'react'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { countOf } from '../../../ui/words.ts'
import styles from './decision-list.module.css'
import { freshName } from './reorder.ts'
import type { NamedRule, RuleKind } from './rule-kind.ts'
import { RuleMenu, type RuleMenuPlace } from './rule-menu.tsx'
import { RulePanel } from './rule-panel.tsx'
import { RuleRows } from './rule-rows.tsx'
import { namesOf, useRuleEdits } from './use-rule-edits.ts'
import type { RuleUses } from './use-rule-uses.ts'
import { goneText } from './uses-words.ts'

export interface DecisionListProps<Rule extends NamedRule> {
  readonly kind: RuleKind<Rule>
  readonly rules: readonly Rule[]
  /** Of the whole document; the list shows those at its own rules. */
  readonly problems: readonly Problem[]
  /** What became of each rule when something was tried, in their order; null: nothing is tried. */
  readonly traces?: readonly RuleTrace[] | null
  /** How often each applied lately; absent: nobody counts rules of this kind. */
  readonly uses?: RuleUses | null
  readonly isReadOnly: boolean
  readonly onChange: (rules: readonly Rule[]) => void
}

/** Rules in the order in which they are asked: edited in a panel, moved by drag or with Alt and the arrow keys. */
export function DecisionList<Rule extends NamedRule>(props: DecisionListProps<Rule>) {
  const { kind, rules, isReadOnly } = props
  const noun = kind.isUnnamed ? 'branch' : 'rule'
  const list = useRef<HTMLOListElement>(null)
  const edits = useRuleEdits({ rules, list, onChange: props.onChange })
  const gone = goneText(props.uses ?? null, namesOf(rules))
  const [opened, setOpened] = useState<number | null>(null)
  const [deleted, setDeleted] = useState<number | null>(null)
  const [menu, setMenu] = useState<RuleMenuPlace | null>(null)
  return (
    <div className={styles.frame}>
      <RuleRows {...props} list={list} edits={edits} onOpen={setOpened} onMenu={setMenu} />
      {gone === '' ? null : (
        <Text size={200} className={styles.quiet}>
          {gone}
        </Text>
      )}
      {isReadOnly ? null : (
        <div className={styles.foot}>
          <Button
            icon={<AddRegular />}
            disabledFocusable={rules.length >= kind.max}
            onClick={() => setOpened(rules.length)}
          >
            {`Add ${noun}`}
          </Button>
          <Text
            size={200}
            className={styles.quiet}
          >{`${countOf(rules.length, noun, `${noun}${noun === 'branch' ? 'es' : 's'}`)} of at most ${kind.max}`}</Text>
        </div>
      )}
      <RuleMenu
        place={menu}
        count={rules.length}
        onClose={() => setMenu(null)}
        onEdit={setOpened}
        onCopy={edits.copy}
        onMove={edits.moveTo}
        onDelete={setDeleted}
      />
      <DeleteRule
        name={rules[deleted ?? -1]?.name ?? null}
        onCancel={() => setDeleted(null)}
        onDelete={() => {
          if (deleted !== null) edits.remove(deleted)
          setDeleted(null)
        }}
      />
      {opened === null ? null : (
        <RulePanel
          key={opened}
          kind={kind}
          rules={rules}
          index={opened}
          rule={rules[opened] ?? kind.newRule(freshName('New rule', namesOf(rules)))}
          isReadOnly={isReadOnly}
          onClose={() => setOpened(null)}
          onDone={(rule) => {
            edits.put(opened, rule)
            setOpened(null)
          }}
        />
      )}
    </div>
  )
}

function DeleteRule(props: {
  readonly name: string | null
  readonly onDelete: () => void
  readonly onCancel: () => void
}) {
  const { name, onDelete, onCancel } = props
  return (
    <ConfirmDialog
      isOpen={name !== null}
      title={`Delete the rule ${name ?? ''}?`}
      confirmLabel="Delete"
      onConfirm={onDelete}
      onCancel={onCancel}
    >
      It leaves this list. Nothing changes for routing until you save.
    </ConfirmDialog>
  )
}
