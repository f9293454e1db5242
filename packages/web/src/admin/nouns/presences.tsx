import { PresenceAvailableRegular } from '@fluentui/react-icons'
import { basePresences, type Presence, presenceCatalog } from '@unified-routing/routing'
import { Presence as PresenceBadge, presenceLabel } from '../../ui/presence-badge.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import styles from '../frame/noun-form.module.css'
import { pagesOf } from '../frame/noun-pages.tsx'

type Values = { name: string; base: string; text: string; description: string }

const builtIn: readonly Presence[] = [...presenceCatalog([]).values()].map(({ name, base, text }) => ({
  name,
  base,
  text,
}))
const builtInNames: ReadonlySet<string> = new Set(builtIn.map(({ name }) => name))

const presence: Noun<Presence, Values> = {
  path: 'presences',
  list: 'presences',
  words: { one: 'presence', many: 'presences' },
  lead: 'What representatives can say about themselves. Routing looks only at the base status.',
  icon: <PresenceAvailableRegular />,
  emptyText: 'A presence of your own, such as Lunch, has one of the base statuses.',
  rowsOf: ({ presences = [] }) => [...builtIn, ...presences],
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  fixedBecause: ({ name }) =>
    builtInNames.has(name)
      ? 'This presence belongs to the system and cannot be changed. Copy it to make your own.'
      : null,
  columns: () => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'text', header: 'Shown as', value: ({ name, text }) => text ?? name },
    {
      key: 'base',
      header: 'Base status',
      value: ({ base }) => presenceLabel(base),
      render: ({ base }) => <PresenceBadge presence={base} />,
    },
    { key: 'kind', header: 'Kind', width: 'narrow', value: kindOf },
    { key: 'description', header: 'Description', value: ({ description }) => description ?? '' },
  ],
  filters: () => [{ key: 'kind', label: 'Kind', values: ['System', 'Custom'], of: kindOf }],
  labels: { name: 'Name', base: 'Base status', text: 'Presence text', description: 'Description' },
  required: { name: 'Write a name.' },
  valuesOf: (row) => ({
    name: row?.name ?? '',
    base: row?.base ?? 'Away',
    text: row?.text ?? '',
    description: row?.description ?? '',
  }),
  rowOf: ({ name, base, text, description }) => ({
    name,
    base: basePresences.find((one) => one === base) ?? 'Away',
    ...(text === '' ? {} : { text }),
    ...(description === '' ? {} : { description }),
  }),
  Fields: PresenceFields,
}

export const presencePages = pagesOf(presence)

function kindOf({ name }: Presence): string {
  return builtInNames.has(name) ? 'System' : 'Custom'
}

function PresenceFields({ form: { control }, row }: NounFieldsProps<Presence, Values>) {
  return (
    <FieldsSection title="Details">
      {row === null ? <TextField control={control} name="name" label="Name" isRequired /> : null}
      <TextField
        control={control}
        name="text"
        label="Presence text"
        hint="What representatives and supervisors see. Empty: the name."
      />
      <ChoiceField
        control={control}
        name="base"
        label="Base status"
        hint="What routing goes by."
        choices={basePresences.map((base) => ({ value: base, label: presenceLabel(base) }))}
      />
      <div className={styles.wide}>
        <TextField control={control} name="description" label="Description" isLong />
      </div>
    </FieldsSection>
  )
}
