import { Button, Field } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons'
import type { FieldValues } from 'react-hook-form'
import { announce } from '../../../ui/announcer.tsx'
import { type FieldProps, useField } from '../form-context.ts'
import { type ReferenceChoice, ReferencePicker } from './reference-picker.tsx'
import styles from './references-field.module.css'

export interface ReferencesFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly choices: readonly ReferenceChoice[]
  /** Their order matters and can be changed. */
  readonly isOrdered?: boolean
  /** Most that may be chosen. */
  readonly max?: number
}

/** Some rows of another list. Long lists belong in a grid of their own. */
export function ReferencesField<Values extends FieldValues>(props: ReferencesFieldProps<Values>) {
  const { field, frame, isReadOnly } = useField(props)
  const { onChange, value, ...rest } = field
  const names = textsOf(value)
  const isFull = props.max !== undefined && names.length >= props.max
  return (
    <div data-field={props.name} className={styles.field}>
      <Field {...frame}>
        <ReferencePicker
          {...rest}
          choices={props.choices.filter(({ name }) => !names.includes(name))}
          chosen=""
          disabled={isReadOnly || isFull}
          placeholder={isFull ? 'No more can be added' : 'Add by name'}
          onPick={(name) => {
            if (name !== '') onChange([...names, name])
          }}
        />
      </Field>
      {names.length > 0 ? <Chosen {...props} names={names} isReadOnly={isReadOnly} onChange={onChange} /> : null}
    </div>
  )
}

interface ChosenProps {
  readonly label: string
  readonly choices: readonly ReferenceChoice[]
  readonly isOrdered?: boolean
  readonly names: readonly string[]
  readonly isReadOnly: boolean
  readonly onChange: (names: readonly string[]) => void
}

function Chosen({ label, choices, isOrdered, names, isReadOnly, onChange }: ChosenProps) {
  const List = isOrdered ? 'ol' : 'ul'
  const move = (from: number, to: number) => {
    onChange(moved(names, from, to))
    announce(`${names[from]} is now number ${to + 1}`)
  }
  return (
    <List className={styles.list} aria-label={label}>
      {names.map((name, index) => {
        const text = choices.find((choice) => choice.name === name)?.text ?? name
        const button = { appearance: 'subtle', size: 'small', disabledFocusable: isReadOnly } as const
        return (
          <li key={name} className={styles.item}>
            <span className={styles.name}>{text}</span>
            {isOrdered ? (
              <>
                <Button
                  {...button}
                  icon={<ArrowUpRegular />}
                  aria-label={`Move ${text} up`}
                  disabledFocusable={isReadOnly || index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <Button
                  {...button}
                  icon={<ArrowDownRegular />}
                  aria-label={`Move ${text} down`}
                  disabledFocusable={isReadOnly || index === names.length - 1}
                  onClick={() => move(index, index + 1)}
                />
              </>
            ) : null}
            <Button
              {...button}
              icon={<DismissRegular />}
              aria-label={`Remove ${text}`}
              onClick={() => onChange(names.filter((other) => other !== name))}
            />
          </li>
        )
      })}
    </List>
  )
}

function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(to, 0, ...items.slice(from, from + 1))
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : []
}
