import { BotRegular } from '@fluentui/react-icons'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import styles from '../frame/noun-form.module.css'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'

type Value = SettingValue<'bot'>
type Values = Omit<Value, 'answerSeconds'> & { answerSeconds: number | null }

const endpoints = [
  { value: 'webhook', label: 'Webhook' },
  { value: 'directLine', label: 'Direct Line 3.0' },
] as const

const bot: SettingNoun<Value, Values> = {
  kind: settingKinds.bot,
  path: 'bots',
  lead: 'Programs that talk with customers first, and hand over to people: webhooks, and bots that speak Direct Line.',
  icon: <BotRegular />,
  emptyText: 'A bot has the conversations of one workstream first. Without one, they go to their queue at once.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    { key: 'workstream', header: 'Workstream', value: ({ value }) => value.workstream },
    { key: 'address', header: 'Address', width: 'wide', value: ({ value }) => value.address },
    { key: 'active', header: 'Active', width: 'narrow', value: ({ value }) => (value.active ? 'Yes' : 'No') },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  labels: {
    title: 'Name',
    workstream: 'Workstream',
    active: 'Active',
    displayName: 'Name for customers',
    endpoint: 'Endpoint',
    address: 'Address',
    answerSeconds: 'Seconds to answer',
  },
  required: {
    title: 'Write a name.',
    workstream: 'Choose a workstream.',
    address: 'Write an address.',
    answerSeconds: 'Write a number.',
  },
  valuesOf: (value) => ({
    title: value?.title ?? '',
    workstream: value?.workstream ?? '',
    active: value?.active ?? true,
    displayName: value?.displayName ?? '',
    endpoint: value?.endpoint ?? 'webhook',
    address: value?.address ?? '',
    answerSeconds: value?.answerSeconds ?? 30,
  }),
  valueOf: ({ title, displayName, address, ...values }) => ({
    ...values,
    title: title.trim(),
    displayName: displayName.trim(),
    address: address.trim(),
  }),
  Fields: BotFields,
}

export const botPages = settingPagesOf(bot)

function BotFields({ form: { control }, configuration }: SettingFieldsProps<Values>) {
  const workstreams = (configuration.workstreams ?? [])
    .filter(({ type, distribution }) => type === 'messaging' && distribution !== 'pick')
    .map(({ name, channel }) => ({ name, detail: channel }))
  return (
    <>
      <FieldsSection title="Who it is">
        <TextField control={control} name="title" label="Name" isRequired />
        <TextField
          control={control}
          name="displayName"
          label="Name for customers"
          hint="Stands beside what the bot says. Empty: its name."
        />
        <ReferenceField
          control={control}
          name="workstream"
          label="Workstream"
          hint="Its conversations begin with the bot. Only workstreams of messages that are pushed can have one."
          choices={workstreams}
          isRequired
        />
        <SwitchField
          control={control}
          name="active"
          label="Active"
          hint="Off: conversations begin without it; those that it has go on."
        />
      </FieldsSection>
      <FieldsSection title="Where it is">
        <ChoiceField control={control} name="endpoint" label="Endpoint" choices={endpoints} />
        <NumberField
          control={control}
          name="answerSeconds"
          label="Seconds to answer"
          hint="From 5 to 300. Whoever waits longer goes on to people."
          isRequired
        />
        <div className={styles.wide}>
          <TextField
            control={control}
            name="address"
            label="Address"
            hint="Of the webhook; of a Direct Line bot what comes before /conversations, such as https://directline.botframework.com/v3/directline."
            isRequired
          />
        </div>
      </FieldsSection>
    </>
  )
}
