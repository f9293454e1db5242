import { TagRegular } from '@fluentui/react-icons'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import styles from '../frame/noun-form.module.css'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'
import { conversationWorkstreams, whereText, workstreamFilter } from './workstreams-of.ts'

type Value = SettingValue<'disposition'>
type Values = { title: string; category: string; description: string; workstreams: readonly string[] }

const disposition: SettingNoun<Value, Values> = {
  kind: settingKinds.disposition,
  path: 'disposition-codes',
  lead: 'How a conversation ended. Representatives choose among them while they wrap up.',
  icon: <TagRegular />,
  emptyText: 'A code is one way a conversation can end, such as Refund granted. Codes may stand in categories.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    { key: 'category', header: 'Category', value: ({ value }) => value.category ?? '' },
    { key: 'description', header: 'Description', width: 'wide', value: ({ value }) => value.description },
    { key: 'workstreams', header: 'Workstreams', value: ({ value }) => whereText(value) },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  filters: (settings) => [
    {
      key: 'category',
      label: 'Category',
      values: [...new Set(settings.flatMap(({ value }) => value.category ?? []))].toSorted(),
      of: ({ value }) => value.category ?? '',
    },
    workstreamFilter(settings),
  ],
  labels: { title: 'Name', category: 'Category', description: 'Description', workstreams: 'Workstreams' },
  required: { title: 'Write a name.' },
  valuesOf: (value) => ({
    title: value?.title ?? '',
    category: value?.category ?? '',
    description: value?.description ?? '',
    workstreams: value?.workstreams ?? [],
  }),
  valueOf: ({ title, category, ...values }) => ({
    ...values,
    title: title.trim(),
    category: category.trim() === '' ? null : category.trim(),
  }),
  Fields: DispositionFields,
}

export const dispositionPages = settingPagesOf(disposition)

function DispositionFields({ form: { control }, configuration }: SettingFieldsProps<Values>) {
  return (
    <FieldsSection title="Details">
      <TextField control={control} name="title" label="Name" isRequired />
      <TextField
        control={control}
        name="category"
        label="Category"
        hint="Codes of one category stand together. Empty: none."
      />
      <div className={styles.wide}>
        <TextField control={control} name="description" label="Description" hint="When to choose it." isLong />
      </div>
      <ReferencesField
        control={control}
        name="workstreams"
        label="Workstreams"
        hint="Where it may be chosen. None: everywhere."
        choices={conversationWorkstreams(configuration)}
      />
    </FieldsSection>
  )
}
