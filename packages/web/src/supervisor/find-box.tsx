import { Field, SearchBox } from '@fluentui/react-components'

export interface FindBoxProps {
  readonly label: string
  readonly text: string | undefined
  /** Undefined: whatever the name. */
  readonly onFind: (text: string | undefined) => void
}

/** Finds rows by a part of their name. */
export function FindBox({ label, text, onFind }: FindBoxProps) {
  return (
    <Field label={label} size="small">
      <SearchBox
        size="small"
        value={text ?? ''}
        onChange={(_, { value }) => onFind(value === '' ? undefined : value)}
      />
    </Field>
  )
}
