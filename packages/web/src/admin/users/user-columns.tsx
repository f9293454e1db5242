import { Button, Input, Text } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useSession } from '../../data/viewer.ts'
import { Section } from '../../ui/section.tsx'
import { labelOf } from '../../ui/words.ts'
import { readLiteral, writeLiteral } from './literal-text.ts'
import { PersonField } from './person-field.tsx'
import { mayChange } from './person-rights.ts'
import type { UserForm } from './use-user-form.ts'
import styles from './user-holdings.module.css'

const USER_COLUMNS_LABEL = 'User columns'

/** Columns of one's own that rules read, such as a country or a level. */
export function UserColumns({ form }: { readonly form: UserForm }) {
  const { draft, set } = form
  const isReadOnly = !mayChange(useSession(), 'columns')
  const [name, setName] = useState('')
  const without = (gone: string) =>
    Object.fromEntries(Object.entries(draft.columns).filter(([column]) => column !== gone))
  return (
    <Section title={USER_COLUMNS_LABEL} lead="Rules read them as representative.column.">
      {Object.keys(draft.columns).length === 0 ? <Text>None.</Text> : null}
      <ul className={styles.list} aria-label={USER_COLUMNS_LABEL}>
        {Object.entries(draft.columns).map(([column, value]) => (
          <li key={column} className={styles.item}>
            <span className={styles.name}>{labelOf(column)}</span>
            <ColumnInput
              label={`Value of ${column}`}
              written={writeLiteral(value)}
              isReadOnly={isReadOnly}
              onChange={(written) => set({ columns: { ...draft.columns, [column]: readLiteral(written) } })}
            />
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={`Remove ${column}`}
              disabledFocusable={isReadOnly}
              onClick={() => set({ columns: without(column) })}
            />
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <PersonField form={form} label={USER_COLUMNS_LABEL} hint="The name of one more.">
          <Input
            value={name}
            onChange={(_, { value }) => setName(value)}
            contentAfter={
              <Button
                appearance="subtle"
                size="small"
                icon={<AddRegular />}
                aria-label="Add the column"
                disabledFocusable={name.trim() === '' || name.trim() in draft.columns}
                onClick={() => {
                  set({ columns: { ...draft.columns, [name.trim()]: '' } })
                  setName('')
                }}
              />
            }
          />
        </PersonField>
      )}
    </Section>
  )
}

interface ColumnInputProps {
  readonly label: string
  readonly written: string
  readonly isReadOnly: boolean
  readonly onChange: (written: string) => void
}

/** Keeps what is typed while it is typed: "1." is a number only when it is finished. */
function ColumnInput({ label, written, isReadOnly, onChange }: ColumnInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      className={styles.value}
      aria-label={label}
      readOnly={isReadOnly}
      value={typed ?? (written === '""' ? '' : written)}
      onChange={(_, { value }) => {
        setTyped(value)
        onChange(value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
