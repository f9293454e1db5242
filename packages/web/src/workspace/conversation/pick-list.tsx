import { Field, Input, Text } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import styles from './pick-list.module.css'

/** Choices drawn at most; typing finds the others. */
const SHOWN_MAX = 50

export interface Choice {
  readonly key: string
  /** What it is called, and found by, together with `words`. */
  readonly text: string
  readonly words?: string
  readonly detail?: ReactNode
}

export interface PickListProps {
  /** Of the search field, and of the list. */
  readonly label: string
  readonly choices: readonly Choice[]
  /** The one that is chosen; absent: choosing does something at once. */
  readonly chosen?: string
  readonly emptyText: string
  readonly ref?: Ref<HTMLInputElement>
  readonly onPick: (key: string) => void
  /** For lists whose choices come from elsewhere. */
  readonly onSearch?: (typed: string) => void
}

/** A list to search and choose from with the keyboard alone: type, walk with the arrows, choose with Enter. */
export function PickList({ label, choices, chosen, emptyText, ref, onPick, onSearch }: PickListProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const found = onSearch === undefined ? choices.filter((choice) => fits(choice, typed)) : choices
  const shown = found.slice(0, SHOWN_MAX)
  const active = Math.min(at, shown.length - 1)
  const handleKey = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, active, shown.length)
    const choice = shown[active]
    if (next === null && !(event.key === 'Enter' && choice !== undefined)) return
    event.preventDefault()
    if (next !== null) setAt(next)
    else if (choice !== undefined) onPick(choice.key)
  }
  return (
    <div className={styles.picker}>
      <Field label={label}>
        <Input
          ref={ref ?? null}
          value={typed}
          contentBefore={<SearchRegular aria-hidden="true" />}
          placeholder="Search"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={shown.length === 0 ? undefined : `${listId}-${active}`}
          onChange={(_, { value }) => {
            setTyped(value)
            setAt(0)
            onSearch?.(value)
          }}
          onKeyDown={handleKey}
        />
      </Field>
      <div id={listId} className={styles.list} role="listbox" aria-label={label} tabIndex={-1}>
        {shown.map((choice, index) => (
          <Option
            key={choice.key}
            id={`${listId}-${index}`}
            choice={choice}
            isActive={index === active}
            isChosen={chosen === choice.key}
            onPick={() => {
              setAt(index)
              onPick(choice.key)
            }}
          />
        ))}
      </div>
      <Text size={200} className={styles.more} aria-live="polite">
        {found.length === 0 ? emptyText : moreText(found.length)}
      </Text>
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly choice: Choice
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly onPick: () => void
}

function Option({ id, choice, isActive, isChosen, onPick }: OptionProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The keyboard acts on the search field, which names the option at hand.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles.option}
      data-active={isActive}
      onClick={onPick}
    >
      <Text weight={isChosen ? 'semibold' : 'regular'}>{choice.text}</Text>
      {choice.detail ? <span className={styles.detail}>{choice.detail}</span> : null}
    </div>
  )
}

function fits({ text, words = '' }: Choice, typed: string): boolean {
  const all = `${text} ${words}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => all.includes(part))
}

function nextPlace(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count
    case 'ArrowUp':
      return (active + count - 1) % count
    default:
      return null
  }
}

function moreText(count: number): string {
  if (count > SHOWN_MAX) return `The first ${SHOWN_MAX} of ${count}; type to find the others.`
  return ''
}
