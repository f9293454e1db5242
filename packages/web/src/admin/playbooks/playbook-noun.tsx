import { BookOpenRegular } from '@fluentui/react-icons'
import type { Playbook } from '@unified-routing/routing'
import { StatusText } from '../../ui/status-text.tsx'
import type { Noun } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { PlaybookFields, type PlaybookValues } from './playbook-fields.tsx'
import { contentText, kindTexts, newPlaybook, queuesText } from './playbook-words.ts'

const playbook: Noun<Playbook, PlaybookValues> = {
  path: 'playbooks',
  list: 'playbooks',
  words: { one: 'playbook', many: 'playbooks' },
  lead: 'What happens to work while it waits: who is asked next, when its priority rises, where it goes instead.',
  icon: <BookOpenRegular />,
  emptyText:
    'A playbook acts on the work of some queues: bullseye, priority by wait or on transfer, overflow, experts.',
  rowsOf: ({ playbooks = [] }) => playbooks,
  keyOf: ({ name }) => name,
  // A copy begins as a draft: two active ones of a kind on one queue contradict each other.
  withName: (row, name) => ({ ...row, name, active: false }),
  columns: () => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'kind', header: 'Kind', value: ({ kind }) => kindTexts[kind] },
    {
      key: 'active',
      header: 'State',
      value: (row) => (isActive(row) ? 'Active' : 'Draft'),
      render: (row) => (
        <StatusText tone={isActive(row) ? 'good' : 'ended'}>{isActive(row) ? 'Active' : 'Draft'}</StatusText>
      ),
    },
    { key: 'queues', header: 'Queues', width: 'wide', value: queuesText },
    { key: 'content', header: 'Content', value: contentText },
  ],
  filters: () => [{ key: 'kind', label: 'Kind', values: Object.values(kindTexts), of: ({ kind }) => kindTexts[kind] }],
  labels: {
    name: 'Name',
    kind: 'Kind',
    active: 'Active',
    queues: 'Queues',
    playbook: 'Content',
    levels: 'Levels',
    branches: 'Branches',
    otherwise: 'Otherwise',
    trigger: 'When',
    whenExhausted: 'After the last level',
  },
  required: { name: 'Write a name.' },
  valuesOf: (row) => ({ name: row?.name ?? '', playbook: row ?? newPlaybook('overflow', '') }),
  rowOf: ({ name, playbook: content }) => ({ ...content, name }),
  fieldOf: (place) => (place === 'name' ? 'name' : `playbook.${place}`),
  Fields: PlaybookFields,
}

export const playbookPages = pagesOf(playbook)

/** Absent means active, as the document has it. */
function isActive({ active = true }: Playbook): boolean {
  return active
}
