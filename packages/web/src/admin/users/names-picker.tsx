import { Field, Tag, TagGroup } from '@fluentui/react-components'
import { type ReferenceChoice, ReferencePicker } from '../frame/fields/reference-picker.tsx'
import styles from './names-picker.module.css'

export interface NamesPickerProps {
  readonly label: string
  readonly choices: readonly ReferenceChoice[]
  readonly names: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}

/** Chooses any number of rows by typing parts of their names; the chosen stand under the field and can be dismissed. */
export function NamesPicker({ label, choices, names, onChange }: NamesPickerProps) {
  return (
    <div className={styles.picker}>
      <Field label={label}>
        <ReferencePicker
          className={styles.combobox}
          choices={choices.filter(({ name }) => !names.includes(name))}
          chosen=""
          placeholder="Add by name"
          onPick={(name) => {
            if (name !== '') onChange([...names, name])
          }}
        />
      </Field>
      {names.length > 0 ? (
        <TagGroup
          aria-label={`Chosen: ${label}`}
          className={styles.tags}
          onDismiss={(_, { value }) => onChange(names.filter((name) => name !== value))}
        >
          {names.map((name) => (
            <Tag
              key={name}
              value={name}
              dismissible
              size="small"
              dismissIcon={{ 'aria-label': 'Remove' }}
              className={styles.tag}
            >
              {choices.find((choice) => choice.name === name)?.text ?? name}
            </Tag>
          ))}
        </TagGroup>
      ) : null}
    </div>
  )
}
