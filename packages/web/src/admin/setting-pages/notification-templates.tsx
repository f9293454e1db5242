import { AlertBadgeRegular } from '@fluentui/react-icons'
import { type SettingValue, settingKinds } from '@unified-routing/contract'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import styles from '../frame/noun-form.module.css'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'
import { fieldsOfLines, linesOfFields } from './notification-fields.ts'
import { whereText, workstreamFilter } from './workstreams-of.ts'

type Value = SettingValue<'notificationTemplate'>
type Values = {
  title: string
  occasion: string
  workstreams: readonly string[]
  heading: string
  showCountdown: boolean
  acceptLabel: string
  rejectLabel: string
  showReject: boolean
  sound: boolean
  desktop: string
  fields: string
}

const occasions: Readonly<Record<Value['occasion'], string>> = {
  any: 'Whatever comes',
  incomingKnown: 'Incoming, from a known customer',
  incomingUnknown: 'Incoming, from an unknown customer',
  transfer: 'Transfer',
  consult: 'Consult',
  assigned: 'Record assigned',
}

const desktops: Readonly<Record<Value['desktop'], string>> = {
  never: 'Never',
  always: 'Always',
  background: 'When app is in background',
}

const choicesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, label]) => ({ value, label }))

const notificationTemplate: SettingNoun<Value, Values> = {
  kind: settingKinds.notificationTemplate,
  path: 'notification-templates',
  lead: 'What representatives see and hear of work that comes to them. How long an offer stands is set in its workstream.',
  icon: <AlertBadgeRegular />,
  emptyText: 'Without a template, offers show customer, queue, waiting time and context, with a countdown and a sound.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    { key: 'occasion', header: 'Used for', value: ({ value }) => occasions[value.occasion] },
    { key: 'workstreams', header: 'Workstreams', value: ({ value }) => whereText(value) },
    { key: 'desktop', header: 'Desktop notification', value: ({ value }) => desktops[value.desktop] },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  filters: (settings) => [workstreamFilter(settings)],
  labels: {
    title: 'Name',
    occasion: 'Used for',
    workstreams: 'Workstreams',
    heading: 'Title of the notification',
    showCountdown: 'Show the countdown',
    acceptLabel: 'Label of the accept button',
    rejectLabel: 'Label of the reject button',
    showReject: 'Show the reject button',
    sound: 'Sound',
    desktop: 'Desktop notification',
    fields: 'Fields',
  },
  required: { title: 'Write a name.', acceptLabel: 'Write a label.', rejectLabel: 'Write a label.' },
  valuesOf: (value) => {
    const {
      title = '',
      occasion = 'any',
      workstreams = [],
      heading = '',
      showCountdown = true,
      acceptLabel = 'Accept',
      rejectLabel = 'Reject',
      showReject = true,
      sound = true,
      desktop = 'never',
      fields = [],
    } = value ?? {}
    const texts = { title, occasion, heading, acceptLabel, rejectLabel, desktop, fields: linesOfFields(fields) }
    return { ...texts, workstreams, showCountdown, showReject, sound }
  },
  valueOf: ({ title, fields, ...values }) => ({ ...values, title: title.trim(), fields: fieldsOfLines(fields) }),
  Fields: TemplateFields,
}

export const notificationTemplatePages = settingPagesOf(notificationTemplate)

function TemplateFields({ form: { control }, configuration: { workstreams = [] } }: SettingFieldsProps<Values>) {
  return (
    <>
      <FieldsSection title="Where it is used">
        <TextField control={control} name="title" label="Name" isRequired />
        <ChoiceField control={control} name="occasion" label="Used for" choices={choicesOf(occasions)} />
        <ReferencesField
          control={control}
          name="workstreams"
          label="Workstreams"
          hint="None: everywhere. A template that names the workstream is taken before one that does not."
          choices={workstreams.map(({ name, channel }) => ({ name, detail: channel }))}
        />
      </FieldsSection>
      <FieldsSection title="What is shown">
        <TextField
          control={control}
          name="heading"
          label="Title of the notification"
          hint="May hold {customerName}, {caseTitle}, {queueId} and names of context variables. Empty: the channel."
        />
        <SwitchField control={control} name="showCountdown" label="Show the countdown" hint="The time runs anyway." />
        <TextField control={control} name="acceptLabel" label="Label of the accept button" isRequired />
        <TextField control={control} name="rejectLabel" label="Label of the reject button" isRequired />
        <SwitchField control={control} name="showReject" label="Show the reject button" />
        <div className={styles.wide}>
          <TextField
            control={control}
            name="fields"
            label="Fields"
            hint="One a line, such as Topic: {topic}. Empty: customer, queue, waiting time and context."
            isLong
          />
        </div>
      </FieldsSection>
      <FieldsSection title="How it is announced">
        <SwitchField control={control} name="sound" label="Sound" hint="Everybody may turn it off for themselves." />
        <ChoiceField
          control={control}
          name="desktop"
          label="Desktop notification"
          hint="Each browser asks its user for permission once."
          choices={choicesOf(desktops)}
        />
      </FieldsSection>
    </>
  )
}
