import { ChatSparkleRegular } from '@fluentui/react-icons'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import styles from '../frame/noun-form.module.css'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'
import { conversationWorkstreams, whereText, workstreamFilter } from './workstreams-of.ts'

type Value = SettingValue<'quickReply'>
type Values = { title: string; text: string; locale: string; tags: string; workstreams: readonly string[] }

const quickReply: SettingNoun<Value, Values> = {
  kind: settingKinds.quickReply,
  path: 'quick-replies',
  lead: 'Prepared answers that representatives send in conversations with a few keys.',
  icon: <ChatSparkleRegular />,
  emptyText: 'An answer that is given again and again, such as a greeting, belongs here: one for each language.',
  columns: [
    { key: 'title', header: 'Title', value: ({ value }) => value.title },
    { key: 'text', header: 'Text', width: 'wide', value: ({ value }) => value.text },
    { key: 'locale', header: 'Language', width: 'narrow', value: ({ value }) => value.locale },
    { key: 'tags', header: 'Tags', value: ({ value }) => value.tags.join(', ') },
    { key: 'workstreams', header: 'Workstreams', value: ({ value }) => whereText(value) },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  filters: (settings) => [
    {
      key: 'locale',
      label: 'Language',
      values: [...new Set(settings.map(({ value }) => value.locale))].toSorted(),
      of: ({ value }) => value.locale,
    },
    workstreamFilter(settings),
  ],
  labels: { title: 'Title', text: 'Text', locale: 'Language', tags: 'Tags', workstreams: 'Workstreams' },
  required: { title: 'Write a title.', text: 'Write the text.', locale: 'Write a language, such as en.' },
  valuesOf: (value) => ({
    title: value?.title ?? '',
    text: value?.text ?? '',
    locale: value?.locale ?? 'en',
    tags: value?.tags.join(', ') ?? '',
    workstreams: value?.workstreams ?? [],
  }),
  valueOf: ({ title, tags, locale, ...values }) => ({
    ...values,
    title: title.trim(),
    locale: locale.trim(),
    tags: [...new Set(tags.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== ''),
  }),
  Fields: QuickReplyFields,
}

export const quickReplyPages = settingPagesOf(quickReply)

function QuickReplyFields({ form: { control }, configuration }: SettingFieldsProps<Values>) {
  return (
    <FieldsSection title="Details">
      <TextField control={control} name="title" label="Title" isRequired />
      <TextField
        control={control}
        name="locale"
        label="Language"
        hint="Such as en, fr or pt-BR. A reply has one language; make another for each."
        isRequired
      />
      <div className={styles.wide}>
        <TextField
          control={control}
          name="text"
          label="Text"
          hint="{FirstName{Customer}}, {FullName{Agent}} and {OCContext.NAME} are filled in when it is sent."
          isLong
          isRequired
        />
      </div>
      <TextField control={control} name="tags" label="Tags" hint="Words to find it by, with commas between them." />
      <ReferencesField
        control={control}
        name="workstreams"
        label="Workstreams"
        hint="Where it is offered. None: everywhere."
        choices={conversationWorkstreams(configuration)}
      />
    </FieldsSection>
  )
}
