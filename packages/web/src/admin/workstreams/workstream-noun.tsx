import { FlowRegular } from '@fluentui/react-icons'
import { type Configuration, tableCatalog, type Workstream } from '@unified-routing/routing'
import { useWatch } from 'react-hook-form'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import { NewRowPage } from '../frame/noun-form.tsx'
import { listOf, type NounPages } from '../frame/noun-pages.tsx'
import { channelTexts } from '../rules/names.ts'
import { type WorkstreamValues, workstreamOf } from './workstream-values.ts'
import { channelsOfType, fallbackQueueOf, typeTexts } from './workstream-words.ts'

const types = ['record', 'messaging', 'voice'] as const

export const workstreamNoun: Noun<Workstream, WorkstreamValues> = {
  path: 'workstreams',
  list: 'workstreams',
  words: { one: 'workstream', many: 'workstreams' },
  lead: 'A workstream takes the work of one channel through its rules to a queue, and says how it is offered.',
  icon: <FlowRegular />,
  emptyText: 'A workstream takes work of one channel, such as cases or chats, to the right queue. Make one for each.',
  rowsOf: ({ workstreams = [] }) => workstreams,
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  columns: () => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'type', header: 'Type', value: ({ type }) => typeTexts[type] },
    { key: 'channel', header: 'Channel', value: ({ channel, table }) => table ?? channelTexts[channel] },
    {
      key: 'distribution',
      header: 'Distribution',
      value: ({ distribution = 'push' }) => (distribution === 'push' ? 'Push' : 'Pick'),
    },
    { key: 'fallback', header: 'Fallback queue', value: fallbackQueueOf },
    {
      key: 'rules',
      header: 'Route rules',
      width: 'narrow',
      value: ({ routeToQueue }) => routeToQueue?.rules.length ?? 0,
    },
  ],
  filters: () => [{ key: 'type', label: 'Type', values: Object.values(typeTexts), of: ({ type }) => typeTexts[type] }],
  labels: {
    name: 'Name',
    type: 'Type',
    channel: 'Channel',
    table: 'Record type',
    distribution: 'Work distribution',
    rules: 'Rule',
  },
  required: { name: 'Write a name.' },
  valuesOf: (row, configuration) => ({
    name: row?.name ?? '',
    type: row?.type ?? 'record',
    channel: row?.channel ?? 'liveChat',
    table: row?.table ?? routedTables(configuration)[0]?.value ?? '',
    distribution: row?.distribution ?? 'push',
  }),
  rowOf: workstreamOf,
  Fields: WorkstreamFields,
}

/** The list and the form of a new one; a stored one has a page of its own. */
export const workstreamPages: NounPages = {
  ...listOf(workstreamNoun),
  New: () => <NewRowPage noun={workstreamNoun} />,
}

function routedTables(configuration: Configuration) {
  return [...tableCatalog(configuration.tables).values()]
    .filter(({ queueEnabled }) => queueEnabled)
    .map(({ name, displayName }) => ({ value: name, label: displayName }))
}

function WorkstreamFields({ form, configuration }: NounFieldsProps<Workstream, WorkstreamValues>) {
  const { control } = form
  const type = useWatch({ control, name: 'type' })
  const isCopy = form.formState.defaultValues?.name !== ''
  return (
    <FieldsSection
      title="Details"
      lead={
        isCopy
          ? 'All rules and settings are copied, as long as it is for the same work. No intake rule leads here yet.'
          : 'Its rules and all other settings follow once it is there.'
      }
    >
      <TextField control={control} name="name" label="Name" isRequired />
      <ChoiceField
        control={control}
        name="type"
        label="Type"
        choices={types.map((value) => ({ value, label: typeTexts[value] }))}
      />
      {type === 'record' ? (
        <ChoiceField control={control} name="table" label="Record type" choices={routedTables(configuration)} />
      ) : null}
      {type === 'messaging' ? (
        <ChoiceField
          control={control}
          name="channel"
          label="Channel"
          choices={channelsOfType.messaging.map((value) => ({ value, label: channelTexts[value] }))}
        />
      ) : null}
      {type === 'voice' ? null : (
        <ChoiceField
          control={control}
          name="distribution"
          label="Work distribution"
          hint="Push: given to somebody. Pick: taken by hand. It cannot be changed later."
          choices={[
            { value: 'push', label: 'Push' },
            { value: 'pick', label: 'Pick' },
          ]}
        />
      )}
    </FieldsSection>
  )
}
