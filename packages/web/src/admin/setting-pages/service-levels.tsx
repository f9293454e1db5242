import { TimerRegular } from '@fluentui/react-icons'
import { answerLimitsSeconds, channelTitles, type SettingValue, settingKinds } from '@unified-routing/contract'
import { durationText } from '../../ui/time-text.ts'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { ChoicesField } from '../frame/fields/choices-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'

type Value = SettingValue<'serviceLevel'>
type Values = { title: string; channels: readonly string[]; withinSeconds: string }

const channels = Object.entries(channelTitles).map(([value, label]) => ({ value, label }))

const serviceLevelNoun: SettingNoun<Value, Values> = {
  kind: settingKinds.serviceLevel,
  path: 'service-levels',
  lead: 'How soon work is to be answered. The service level is the share of answers that came in time.',
  icon: <TimerRegular />,
  emptyText: 'Without one, conversations are to be answered within 20 seconds and records within an hour.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    {
      key: 'withinSeconds',
      header: 'Within',
      width: 'narrow',
      value: ({ value }) => durationText(value.withinSeconds * 1_000),
    },
    {
      key: 'channels',
      header: 'Channels',
      value: ({ value }) => value.channels.map((name) => channelTitles[name]).join(', ') || 'All others',
    },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  labels: { title: 'Name', channels: 'Channels', withinSeconds: 'Within' },
  required: { title: 'Write a name.' },
  valuesOf: (value) => ({
    title: value?.title ?? '',
    channels: value?.channels ?? [],
    withinSeconds: String(value?.withinSeconds ?? 20),
  }),
  valueOf: ({ title, withinSeconds, channels: chosen }) => ({
    title: title.trim(),
    channels: chosen,
    withinSeconds: Number(withinSeconds),
  }),
  Fields: ServiceLevelFields,
}

export const serviceLevelPages = settingPagesOf(serviceLevelNoun)

function ServiceLevelFields({ form: { control } }: SettingFieldsProps<Values>) {
  return (
    <FieldsSection title="Details">
      <TextField control={control} name="title" label="Name" isRequired />
      <ChoiceField
        control={control}
        name="withinSeconds"
        label="Answered within"
        choices={answerLimitsSeconds.map((seconds) => ({
          value: String(seconds),
          label: durationText(seconds * 1_000),
        }))}
      />
      <ChoicesField
        control={control}
        name="channels"
        label="Channels"
        hint="None: every channel that no other service level names."
        choices={channels}
      />
    </FieldsSection>
  )
}
