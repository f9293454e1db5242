import { builtInTables, type Column, type Table, tableCatalog } from '@unified-routing/routing'
import { type Control, useFieldArray, useWatch } from 'react-hook-form'
import { DataTable, type Column as GridColumn } from '../../ui/data-table.tsx'
import { Section } from '../../ui/section.tsx'
import { labelOf } from '../../ui/words.ts'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldGroup, FieldRow } from '../frame/fields/field-group.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'

export type TableValues = {
  name: string
  displayName: string
  queueEnabled: boolean
  /** `choices`: one a line. */
  columns: { name: string; type: Column['type']; choices: string; target: string; required: boolean }[]
}

type TableControl = Control<TableValues>

const typeWords: Readonly<Record<Column['type'], string>> = {
  text: 'Text',
  integer: 'Whole number',
  decimal: 'Decimal number',
  boolean: 'Yes or no',
  dateTime: 'Date and time',
  choice: 'Choice',
  lookup: 'Lookup',
}
const types = Object.entries(typeWords).map(([value, label]) => ({ value, label }))

/** What a table is called, whether it can be routed, and its columns: the built-in ones to read, its own to change. */
export function TableFields({ form: { control }, row, configuration }: NounFieldsProps<Table, TableValues>) {
  const catalog = tableCatalog(configuration.tables)
  const isOn = row !== null && catalog.get(row.name)?.queueEnabled === true
  return (
    <>
      <FieldsSection title="Details">
        {row === null ? (
          <TextField
            control={control}
            name="name"
            label="Name"
            hint="For rules and programs, such as creditNote. It cannot be changed later."
            isRequired
          />
        ) : null}
        <TextField control={control} name="displayName" label="Display name" hint="What people see." />
        <SwitchField
          control={control}
          name="queueEnabled"
          label="Can be added to a queue"
          hint={
            isOn ? 'It is on for good.' : 'Records of the table can be routed. Once saved, it cannot be switched off.'
          }
          isFixed={isOn}
        />
      </FieldsSection>
      <OwnColumns
        control={control}
        tables={[...catalog.values()].map(({ name, displayName }) => ({ name, text: displayName }))}
      />
      {row === null ? null : <BuiltInColumns name={row.name} />}
    </>
  )
}

interface OwnColumnsProps {
  readonly control: TableControl
  readonly tables: readonly { readonly name: string; readonly text: string }[]
}

function OwnColumns({ control, tables }: OwnColumnsProps) {
  const { fields, append, remove } = useFieldArray({ control, name: 'columns' })
  return (
    <Section
      title="Own columns"
      lead="Columns of the organization. One that is called like a built-in column stands in for it; its type must be the same."
    >
      <FieldGroup
        name="columns"
        label=""
        addLabel="Add a column"
        onAdd={() => append({ name: '', type: 'text', choices: '', target: '', required: false })}
      >
        {fields.map(({ id }, index) => (
          <FieldRow
            key={id}
            name={`columns.${index}`}
            removeLabel={`Remove column ${index + 1}`}
            onRemove={() => remove(index)}
          >
            <ColumnFields control={control} index={index} tables={tables} />
          </FieldRow>
        ))}
      </FieldGroup>
    </Section>
  )
}

function ColumnFields({ control, index, tables }: OwnColumnsProps & { readonly index: number }) {
  const name = `columns.${index}` as const
  const type = useWatch({ control, name: `${name}.type` })
  return (
    <>
      <TextField control={control} name={`${name}.name`} label={`Column ${index + 1}`} />
      <ChoiceField control={control} name={`${name}.type`} label="Type" choices={types} />
      {type === 'choice' ? (
        <TextField control={control} name={`${name}.choices`} label="Choices" hint="One a line." isLong />
      ) : null}
      {type === 'lookup' ? (
        <ReferenceField control={control} name={`${name}.target`} label="Looks up" choices={tables} />
      ) : null}
      <SwitchField control={control} name={`${name}.required`} label="Required" />
    </>
  )
}

const gridColumns: readonly GridColumn<Column>[] = [
  { key: 'name', header: 'Column', render: ({ name }) => labelOf(name) },
  { key: 'key', header: 'Name', render: ({ name }) => name },
  { key: 'type', header: 'Type', render: ({ type }) => typeWords[type] },
  { key: 'details', header: 'Details', render: ({ choices, target }) => choices?.join(', ') ?? target ?? '' },
]

function BuiltInColumns({ name }: { readonly name: string }) {
  const columns = builtInTables.find((one) => one.name === name)?.columns ?? []
  if (columns.length === 0) return null
  return (
    <Section title="Built-in columns" lead="They belong to the system.">
      <DataTable label="Built-in columns" columns={gridColumns} rows={columns} rowKey={(column) => column.name} />
    </Section>
  )
}
