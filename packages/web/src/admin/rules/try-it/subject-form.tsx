import { Button, Field, Switch } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type Configuration, tableCatalog } from '@unified-routing/routing'
import { useState } from 'react'
import { rowQuery } from '../../../data/queries.ts'
import { LookupPicker } from '../../../records/lookup-picker.tsx'
import { rowWord } from '../../../records/table-words.ts'
import { labelOf } from '../../../ui/words.ts'
import type { operandOf } from '../condition/model.ts'
import { valueControl } from '../condition/value-control.ts'
import { ValueInput } from '../condition/value-input.tsx'
import { vocabularyOf } from '../condition/vocabulary.ts'
import { ConversationSource } from './conversation-source.tsx'
import { columnsRead } from './read-columns.ts'
import type { Literal, Subject } from './subject.ts'
import styles from './try-it.module.css'

export interface SubjectFormProps {
  readonly configuration: Configuration
  readonly subject: Subject
  readonly onChange: (subject: Subject) => void
}

/** Chooses what to try: a row or a conversation as it is, changed, or made up. */
export function SubjectForm({ configuration, subject, onChange }: SubjectFormProps) {
  return subject.kind === 'record' ? (
    <RecordForm {...{ configuration, subject, onChange }} />
  ) : (
    <ConversationForm {...{ configuration, subject, onChange }} />
  )
}

interface RecordFormProps extends SubjectFormProps {
  readonly subject: Extract<Subject, { kind: 'record' }>
}

function RecordForm({ configuration, subject, onChange }: RecordFormProps) {
  const { table, id, values } = subject
  const [isFull, setFull] = useState(false)
  const chosen = useQuery({ ...rowQuery(table, id), enabled: id !== '' })
  const all = [...(tableCatalog(configuration.tables).get(table)?.columns.keys() ?? [])]
  const read = columnsRead(configuration, table)
  const present: Readonly<Record<string, Literal>> = { ...chosen.data?.values, ...values }
  return (
    <>
      <Field label={`Begin with a ${rowWord(table)}`} hint="Or leave it empty and make up the values.">
        <LookupPicker table={table} id={id} onPick={(picked) => onChange({ ...subject, id: picked, values: {} })} />
      </Field>
      <div className={styles.values}>
        {(isFull || read.length === 0 ? all : read).map((column) => (
          <ColumnInput
            key={column}
            configuration={configuration}
            table={table}
            column={column}
            value={present[column] ?? null}
            onChange={(value) => onChange({ ...subject, values: { ...values, [column]: value } })}
          />
        ))}
      </div>
      <div className={styles.options}>
        {read.length === 0 ? null : (
          <Switch label="All columns" checked={isFull} onChange={(_, data) => setFull(data.checked)} />
        )}
        {Object.keys(values).length === 0 ? null : (
          <Button size="small" onClick={() => onChange({ ...subject, values: {} })}>
            {id === '' ? 'Clear the values' : 'Take the values of the row'}
          </Button>
        )}
      </div>
    </>
  )
}

interface ColumnInputProps {
  readonly configuration: Configuration
  readonly table: string
  readonly column: string
  readonly value: Literal
  readonly onChange: (value: Literal) => void
}

function ColumnInput({ configuration, table, column, value, onChange }: ColumnInputProps) {
  const vocabulary = vocabularyOf(configuration, { kind: 'intake', table })
  return (
    <Field label={labelOf(column)}>
      <ValueInput
        label={labelOf(column)}
        control={valueControl(`record.${column}`, 'eq', vocabulary)}
        value={value ?? undefined}
        onChange={(next) => onChange(literalOf(next))}
      />
    </Field>
  )
}

interface ConversationFormProps extends SubjectFormProps {
  readonly subject: Extract<Subject, { kind: 'conversation' }>
}

function ConversationForm({ configuration, subject, onChange }: ConversationFormProps) {
  const { workstream, customer, context } = subject
  const settings = configuration.workstreams?.find(({ name }) => name === workstream)
  return (
    <>
      <ConversationSource
        workstream={workstream}
        onPick={(picked) => onChange({ ...subject, customer: picked.customer ?? '', context: picked.context })}
      />
      <Field label="Customer">
        <LookupPicker table="contact" id={customer} onPick={(picked) => onChange({ ...subject, customer: picked })} />
      </Field>
      <div className={styles.values}>
        {(settings?.contextVariables ?? []).map(({ name, type }) => (
          <Field key={name} label={labelOf(name)}>
            <ValueInput
              label={labelOf(name)}
              control={{ type, isList: false }}
              value={context[name] ?? undefined}
              onChange={(next) => onChange({ ...subject, context: { ...context, [name]: literalOf(next) } })}
            />
          </Field>
        ))}
      </div>
    </>
  )
}

/** What a control gives as one value; emptied, it is no value. */
function literalOf(value: ReturnType<typeof operandOf>): Literal {
  return value === undefined || value === '' || Array.isArray(value) ? null : value
}
