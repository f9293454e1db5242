import { TableRegular } from '@fluentui/react-icons'
import { builtInTables, type Table, tableCatalog } from '@unified-routing/routing'
import type { FormProblem } from '../frame/form-context.ts'
import type { Noun } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { TableFields, type TableValues } from './table-fields.tsx'

const builtInNames: ReadonlySet<string> = new Set(builtInTables.map(({ name }) => name))

const table: Noun<Table, TableValues> = {
  path: 'tables',
  list: 'tables',
  words: { one: 'table', many: 'tables' },
  lead: 'What kinds of records there are, and which of them can be routed.',
  icon: <TableRegular />,
  emptyText: 'A table holds records of one kind.',
  rowsOf: ({ tables = [] }) => {
    const written = new Map(tables.map((row) => [row.name, row]))
    return [
      ...builtInTables.map(({ name }) => written.get(name) ?? { name }),
      ...tables.filter(({ name }) => !builtInNames.has(name)),
    ]
  },
  keyOf: ({ name }) => name,
  titleOf: ({ name }, { tables }) => tableCatalog(tables).get(name)?.displayName ?? name,
  withName: (row, name) => ({ ...row, name }),
  isRenamable: false,
  keptBecause: ({ name }) =>
    builtInNames.has(name)
      ? 'it is built in. You can add columns to it, and switch on that it can be added to queues.'
      : null,
  columns: ({ tables, recordTypes = [] }) => {
    const catalog = tableCatalog(tables)
    return [
      { key: 'title', header: 'Table', value: ({ name }) => catalog.get(name)?.displayName ?? name },
      { key: 'name', header: 'Name', value: ({ name }) => name },
      { key: 'kind', header: 'Kind', width: 'narrow', value: kindOf },
      {
        key: 'queue',
        header: 'Can be added to a queue',
        value: ({ name }) => (catalog.get(name)?.queueEnabled ? 'Yes' : 'No'),
      },
      { key: 'columns', header: 'Columns', width: 'narrow', value: ({ name }) => catalog.get(name)?.columns.size ?? 0 },
      { key: 'own', header: 'Own columns', width: 'narrow', value: ({ columns = [] }) => columns.length },
      {
        key: 'routing',
        header: 'Record routing',
        value: ({ name }) => (recordTypes.some((one) => one.table === name) ? 'Yes' : 'No'),
      },
    ]
  },
  filters: () => [{ key: 'kind', label: 'Kind', values: ['Built in', 'Custom'], of: kindOf }],
  labels: {
    name: 'Name',
    displayName: 'Display name',
    queueEnabled: 'Can be added to a queue',
    columns: 'Column',
    type: 'Type',
    choices: 'Choices',
    target: 'Looks up',
    required: 'Required',
  },
  required: { name: 'Write a name.' },
  check: ({ columns }) => columnProblems(columns),
  valuesOf: (row, { tables }) => ({
    name: row?.name ?? '',
    displayName: row?.displayName ?? '',
    queueEnabled:
      row === null ? false : (row.queueEnabled ?? tableCatalog(tables).get(row.name)?.queueEnabled ?? false),
    columns: (row?.columns ?? []).map(({ name, type, choices = [], target = '', required = false }) => ({
      name,
      type,
      choices: choices.join('\n'),
      target,
      required,
    })),
  }),
  rowOf: ({ name, displayName, queueEnabled, columns }, before) => {
    const isUsual = queueEnabled === (builtInTables.find((one) => one.name === name)?.queueEnabled ?? false)
    return {
      name,
      ...(displayName === '' ? {} : { displayName }),
      ...(columns.length > 0 || before?.columns ? { columns: columns.map(columnOf) } : {}),
      ...(isUsual ? {} : { queueEnabled }),
    }
  },
  Fields: TableFields,
}

export const tablePages = pagesOf(table)

function kindOf({ name }: Table): string {
  return builtInNames.has(name) ? 'Built in' : 'Custom'
}

type ColumnValues = TableValues['columns'][number]

function columnOf({ name, type, choices, target, required }: ColumnValues): NonNullable<Table['columns']>[number] {
  return {
    name,
    type,
    ...(type === 'choice' ? { choices: linesOf(choices) } : {}),
    ...(type === 'lookup' ? { target } : {}),
    ...(required ? { required } : {}),
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function columnProblems(columns: readonly ColumnValues[]): readonly FormProblem[] {
  return columns.flatMap(({ name, type, target, choices }, index): FormProblem[] => {
    if (name === '') return [{ field: `columns.${index}.name`, message: 'Write a name.' }]
    if (type === 'lookup' && target === '') return [{ field: `columns.${index}.target`, message: 'Choose a table.' }]
    if (type !== 'choice' || linesOf(choices).length > 0) return []
    return [{ field: `columns.${index}.choices`, message: 'Write at least one choice.' }]
  })
}
