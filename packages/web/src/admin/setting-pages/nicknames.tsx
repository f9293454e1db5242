import { PersonChatRegular } from '@fluentui/react-icons'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'

type Value = SettingValue<'nickname'>
type Values = { title: string; representative: string }

const nickname: SettingNoun<Value, Values> = {
  kind: settingKinds.nickname,
  path: 'nicknames',
  lead: 'What customers read in place of a representative’s name, in chat widgets that show nicknames.',
  icon: <PersonChatRegular />,
  emptyText: 'A nickname hides the name of a representative from customers. Without one, they read the first name.',
  columns: [
    { key: 'title', header: 'Nickname', value: ({ value }) => value.title },
    { key: 'representative', header: 'Representative', value: ({ value }) => value.representative },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  labels: { title: 'Nickname', representative: 'Representative' },
  required: { title: 'Write a nickname.', representative: 'Choose a representative.' },
  valuesOf: (value) => ({ title: value?.title ?? '', representative: value?.representative ?? '' }),
  valueOf: ({ title, representative }) => ({ title: title.trim(), representative }),
  Fields: NicknameFields,
}

export const nicknamePages = settingPagesOf(nickname)

function NicknameFields({ form: { control }, configuration }: SettingFieldsProps<Values>) {
  const representatives = configuration.representatives ?? []
  return (
    <FieldsSection title="Details">
      <TextField control={control} name="title" label="Nickname" isRequired />
      <ReferenceField
        control={control}
        name="representative"
        label="Representative"
        choices={representatives.map(({ name, fullName }) => ({ name, detail: fullName ?? '' }))}
        isRequired
      />
    </FieldsSection>
  )
}
