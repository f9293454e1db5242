import { TrayItemAddRegular } from '@fluentui/react-icons'
import { type Queue, queueCatalog } from '@unified-routing/routing'
import { queuesQuery, representativesQuery } from '../../data/queries.ts'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { NounTabs } from '../frame/noun-tabs.tsx'
import { Assignment } from './assignment-fields.tsx'
import { General } from './general-fields.tsx'
import { isDefaultQueue } from './is-default-queue.ts'
import { Members } from './members-fields.tsx'
import { Overflow } from './overflow-fields.tsx'
import { QueueRules } from './queue-rules.tsx'
import { type QueueValues, queueFieldOf, queueOf, queueTabOf, queueValues } from './queue-values.ts'
import { methodWords, typeWords } from './queue-words.ts'
import { Waiting } from './waiting.tsx'
import { WaitingCount } from './waiting-count.tsx'

const DEFAULT_QUEUE = 'This is a default queue of the system. Only its assignment method can be changed.'

const queue: Noun<Queue, QueueValues> = {
  path: 'queues',
  list: 'queues',
  words: { one: 'queue', many: 'queues' },
  lead: 'Where work waits for the people who can do it. Each takes work of one type.',
  icon: <TrayItemAddRegular />,
  emptyText: 'A queue collects work of one type and gives it to its members.',
  rowsOf: (configuration) => {
    const stored = configuration.queues ?? []
    const defaults = [...queueCatalog(configuration).values()].filter(
      ({ name, isDefault }) => isDefault && stored.every((row) => row.name !== name),
    )
    return [...stored, ...defaults.map(({ name, type }) => ({ name, type }))]
  },
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  keptBecause: (row) => (isDefaultQueue(row) ? DEFAULT_QUEUE : null),
  columns: (configuration) => {
    const catalog = queueCatalog(configuration)
    return [
      { key: 'name', header: 'Name', width: 'wide', value: ({ name }) => name },
      { key: 'type', header: 'Type', value: ({ type }) => typeWords[type] },
      { key: 'priority', header: 'Priority', width: 'narrow', value: ({ priority = 1 }) => priority },
      {
        key: 'members',
        header: 'Members',
        width: 'narrow',
        value: ({ name }) => catalog.get(name)?.members.length ?? 0,
      },
      {
        key: 'method',
        header: 'Assignment method',
        value: ({ name }) => methodWords[catalog.get(name)?.assignment.method ?? 'none'].label,
      },
      { key: 'hours', header: 'Operating hours', value: ({ operatingHours }) => operatingHours ?? 'Always open' },
      {
        key: 'waiting',
        header: 'Waiting',
        width: 'narrow',
        value: () => '',
        isUnsorted: true,
        render: ({ name }) => <WaitingCount queue={name} />,
      },
    ]
  },
  filters: () => [
    { key: 'type', label: 'Type', values: Object.values(typeWords), of: ({ type }) => typeWords[type] },
    {
      key: 'kind',
      label: 'Kind',
      values: ['Default', 'Custom'],
      of: (row) => (isDefaultQueue(row) ? 'Default' : 'Custom'),
    },
  ],
  labels: {
    name: 'Name',
    type: 'Type',
    priority: 'Queue priority',
    members: 'Members',
    operatingHours: 'Operating hours',
    assignment: 'Assignment method',
    overflow: 'Overflow',
    beforeQueue: 'Overflow before queueing',
    inQueue: 'Overflow when queued',
    wait: 'Time',
    limit: 'Limit',
    phone: 'Number',
    queue: 'Queue',
    action: 'Action',
    respectWorkingHours: 'Respect working hours',
  },
  required: { name: 'Write a name.', priority: 'Write a priority, 1 or more.' },
  valuesOf: queueValues,
  rowOf: queueOf,
  fieldOf: queueFieldOf,
  tabOf: queueTabOf,
  Fields: QueueFields,
  partlyEditableBy: 'editRepresentatives',
  load: (queryClient) =>
    Promise.all([queryClient.ensureQueryData(queuesQuery), queryClient.ensureQueryData(representativesQuery)]),
}

export const queuePages = pagesOf(queue)

const tabs = [
  { key: 'general', title: 'General', Fields: General, isForNew: true },
  { key: 'members', title: 'Members', Fields: Members, isForNew: true },
  { key: 'assignment', title: 'Assignment', Fields: Assignment, isForNew: true },
  { key: 'rules', title: 'Rules', Fields: QueueRules, isForNew: false },
  { key: 'overflow', title: 'Overflow', Fields: Overflow, isForNew: true },
  { key: 'waiting', title: 'Waiting', Fields: Waiting, isForNew: false },
] as const

function QueueFields(props: NounFieldsProps<Queue, QueueValues>) {
  return <NounTabs label="Parts of the queue" tabs={tabs} tabOf={queueTabOf} fields={props} />
}
