import { TagLockRegular } from '@fluentui/react-icons'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'
import { conversationWorkstreams, whereText, workstreamFilter } from './workstreams-of.ts'

type Value = SettingValue<'requiredDisposition'>
type Values = { title: string; workstreams: readonly string[] }

const requiredDisposition: SettingNoun<Value, Values> = {
  kind: settingKinds.requiredDisposition,
  path: 'required-dispositions',
  lead: 'Where representatives choose a disposition code before they close a conversation.',
  icon: <TagLockRegular />,
  emptyText: 'Without one, a conversation may be closed without a disposition code.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    { key: 'workstreams', header: 'Workstreams', width: 'wide', value: ({ value }) => whereText(value) },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  filters: (settings) => [workstreamFilter(settings)],
  labels: { title: 'Name', workstreams: 'Workstreams' },
  required: { title: 'Write a name.' },
  valuesOf: (value) => ({ title: value?.title ?? '', workstreams: value?.workstreams ?? [] }),
  valueOf: ({ title, workstreams }) => ({ title: title.trim(), workstreams }),
  Fields: RequiredDispositionFields,
}

export const requiredDispositionPages = settingPagesOf(requiredDisposition)

function RequiredDispositionFields({ form: { control }, configuration }: SettingFieldsProps<Values>) {
  return (
    <FieldsSection title="Details">
      <TextField control={control} name="title" label="Name" isRequired />
      <ReferencesField
        control={control}
        name="workstreams"
        label="Workstreams"
        hint="Whose conversations are meant, if there are codes for them. None: all. Force close and automatic closing ask for no code."
        choices={conversationWorkstreams(configuration)}
      />
    </FieldsSection>
  )
}
