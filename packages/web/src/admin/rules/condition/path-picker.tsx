import { Combobox, Option, OptionGroup } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import { type Attribute, attributesAfter, findAttributes, labelOfPath } from './attributes.ts'
import styles from './condition-editor.module.css'
import { useMissing } from './missing.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How far a search looks through related tables, and how much it shows. */
const SEARCH = { depth: 3, max: 40 }
const OPENS = '>'
const BACK = '<'

export interface PathPickerProps {
  readonly label: string
  readonly vocabulary: Vocabulary
  /** Empty: nothing is chosen yet. */
  readonly path: string
  /** The level where the choice begins. */
  readonly root: string
  readonly autoFocus?: boolean
  readonly onPick: (path: string) => void
}

/** Chooses an attribute, and says so while none is chosen. */
export function PathPicker(props: PathPickerProps) {
  const { message, onLeave } = useMissing(props.path)
  const messageId = useId()
  return (
    <>
      <PathBox {...props} describedBy={message === null ? null : messageId} onLeave={onLeave} />
      {message === null ? null : (
        <span id={messageId} className={styles.missing} role="alert">
          {message}
        </span>
      )}
    </>
  )
}

interface PathBoxProps extends PathPickerProps {
  /** What says why it cannot stay as it is. */
  readonly describedBy: string | null
  readonly onLeave: () => void
}

/** Chooses an attribute by name: related rows open their own attributes, to any depth; typing searches them all. */
function PathBox({ label, vocabulary, path, root, autoFocus = false, ...props }: PathBoxProps) {
  const { describedBy, onPick, onLeave } = props
  const [base, setBase] = useState(() => parentOf(path, root))
  const [typed, setTyped] = useState<string | null>(null)
  const { isOpen, setOpen, stayOpen } = useStayOpen()
  const shown = path === '' ? '' : labelOfPath(path, vocabulary)
  const handleSelect = (value: string) => {
    setTyped(null)
    if (value.startsWith(OPENS) || value.startsWith(BACK)) {
      setBase(value.slice(1))
      stayOpen()
    } else onPick(value)
  }
  return (
    <Combobox
      aria-label={label}
      {...(describedBy === null ? {} : { 'aria-invalid': true, 'aria-describedby': describedBy })}
      expandIcon={{ tabIndex: -1 }}
      onFocus={(event) => event.currentTarget.select()}
      placeholder="Choose an attribute"
      autoFocus={autoFocus}
      value={typed ?? shown}
      selectedOptions={path === '' ? [] : [path]}
      open={isOpen}
      onOpenChange={(_, { open }) => {
        if (open && !isOpen) setBase(parentOf(path, root))
        setOpen(open)
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        setOpen(true)
      }}
      onBlur={() => {
        setTyped(null)
        onLeave()
      }}
      onOptionSelect={(_, { optionValue }) => handleSelect(optionValue ?? '')}
    >
      {typed === null || typed.trim() === ''
        ? levelOptions({ base, root, vocabulary })
        : foundOptions(findAttributes(typed, { base: root, ...SEARCH }, vocabulary), vocabulary)}
    </Combobox>
  )
}

interface Level {
  readonly base: string
  readonly root: string
  readonly vocabulary: Vocabulary
}

/** What stands at one level: the attributes to compare, then the related rows to look into. */
function levelOptions({ base, root, vocabulary }: Level) {
  const attributes = attributesAfter(base, vocabulary)
  const related = attributes.filter(({ opens }) => opens)
  const here = base === '' ? 'Begin with' : labelOfPath(base, vocabulary)
  return (
    <>
      {base === root ? null : (
        <Option key={BACK} value={`${BACK}${parentOf(base, root)}`} text="Back">
          {`‹ Back from ${here}`}
        </Option>
      )}
      <OptionGroup label={here}>{attributes.filter(({ isValue }) => isValue).map(valueOption)}</OptionGroup>
      {related.length === 0 ? null : (
        <OptionGroup label="Look into">
          {related.map((attribute) => (
            <Option key={attribute.path} value={`${OPENS}${attribute.path}`} text={attribute.label}>
              {`${attribute.label} ›`}
            </Option>
          ))}
        </OptionGroup>
      )}
    </>
  )
}

function valueOption({ path, label }: Attribute) {
  return (
    <Option key={path} value={path} text={label}>
      {label}
    </Option>
  )
}

function foundOptions(attributes: readonly Attribute[], vocabulary: Vocabulary) {
  if (attributes.length === 0) {
    return (
      <Option disabled text="">
        No attribute of that name
      </Option>
    )
  }
  return attributes.map(({ path }) =>
    valueOption({ path, label: labelOfPath(path, vocabulary), isValue: true, opens: false }),
  )
}

/** A list that is told to stay open while an option that opens a level is taken: Fluent closes it after any choice. */
function useStayOpen() {
  const [isOpen, setOpen] = useState(false)
  const isHeld = useRef(false)
  return {
    isOpen,
    setOpen: (open: boolean) => setOpen(open || isHeld.current),
    stayOpen: () => {
      isHeld.current = true
      setOpen(true)
      queueMicrotask(() => {
        isHeld.current = false
      })
    },
  }
}

/** The level that holds a path; paths into a workstream's settings have one level however many dots. */
function parentOf(path: string, root: string): string {
  if (path === '' || path === root) return root
  if (path.startsWith('item.workstream.')) return 'item.workstream'
  const end = path.lastIndexOf('.')
  const parent = end < 0 ? '' : path.slice(0, end)
  return parent.length < root.length ? root : parent
}
