import { Button } from '@fluentui/react-components'
import { MoreHorizontalRegular, ReOrderDotsVerticalRegular } from '@fluentui/react-icons'
import type { RuleTrace } from '@unified-routing/contract'
import { type KeyboardEvent, useState } from 'react'
import { RuleStatus } from '../../../diagnostics/rule-status.tsx'
import type { RuleProblem } from './problems.ts'
import styles from './rule-row.module.css'

export interface RuleRowProps {
  readonly index: number
  /** By which a summary of problems finds it. */
  readonly field: string
  readonly name: string
  readonly conditionText: string
  readonly outputTitle: string
  readonly outputText: string
  readonly problems: readonly RuleProblem[]
  readonly trace: RuleTrace | null
  /** The values that its condition read, in words; empty: nothing was tried, or it was not asked. */
  readonly seenText: string
  /** How often it applied lately; empty: not known. */
  readonly usesText: string
  readonly hintId: string
  readonly isReadOnly: boolean
  readonly isDragged: boolean
  readonly onOpen: () => void
  readonly onMenu: (target: HTMLElement) => void
  readonly onMoveBy: (by: 1 | -1) => void
  readonly onDrag: (isDragged: boolean) => void
  readonly onDropHere: () => void
}

/** One rule of a list. */
export function RuleRow(props: RuleRowProps) {
  const { index, name, problems, trace, isReadOnly, isDragged, onOpen, onMenu } = props
  const [isTarget, setTarget] = useState(false)
  return (
    <li
      className={styles.rule}
      data-field={props.field}
      data-status={trace?.status}
      data-wrong={problems.length > 0}
      data-dragged={isDragged}
      data-target={isTarget && !isDragged}
      draggable={!isReadOnly}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        props.onDrag(true)
      }}
      onDragEnd={() => props.onDrag(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setTarget(true)
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={(event) => {
        event.preventDefault()
        setTarget(false)
        props.onDropHere()
      }}
      onKeyDown={(event) => handleMoveKey(event, props)}
    >
      <span className={styles.handle} aria-hidden="true">
        {isReadOnly ? null : <ReOrderDotsVerticalRegular />}
      </span>
      <span className={styles.number}>{index + 1}</span>
      <span className={styles.named}>
        <button
          type="button"
          className={styles.name}
          data-rule-name={name}
          aria-describedby={props.hintId}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onOpen}
        >
          {name === '' ? 'No name' : name}
        </button>
        {trace === null ? null : <RuleStatus status={trace.status} />}
        {props.usesText === '' ? null : <span className={styles.uses}>{props.usesText}</span>}
      </span>
      <span className={styles.condition}>{props.conditionText}</span>
      <span className={styles.output}>
        <span className={styles.outputTitle}>{props.outputTitle} </span>
        {props.outputText}
      </span>
      {isReadOnly ? null : (
        <Button
          className={styles.more}
          size="small"
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={`More for ${name}`}
          aria-haspopup="menu"
          onClick={(event) => onMenu(event.currentTarget)}
        />
      )}
      {props.seenText === '' ? null : <span className={styles.below}>{`Saw ${props.seenText}`}</span>}
      {problems.length === 0 ? null : (
        <ul className={styles.problems} aria-label={`To correct in ${name}`}>
          {problems.map(({ part, message }) => (
            <li key={`${part} ${message}`}>{`${part}: ${message}`}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function handleMoveKey(event: KeyboardEvent, { isReadOnly, onMoveBy }: RuleRowProps): void {
  if (isReadOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  event.preventDefault()
  onMoveBy(event.key === 'ArrowUp' ? -1 : 1)
}
