import { AlertOnRegular } from '@fluentui/react-icons'
import { alertFigures, metrics, type SettingValue, settingKinds } from '@unified-routing/contract'
import { Section } from '../../ui/section.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import styles from '../frame/noun-form.module.css'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'

type Value = SettingValue<'alert'>
type Values = {
  title: string
  figure: Value['figure']
  threshold: number | null
  queues: readonly string[]
  severity: Value['severity']
  active: boolean
  webhook: string
}

const unitWords = { duration: 'seconds', share: 'percent', count: '' } as const

const figures = alertFigures.map((id) => {
  const { name, unit, better } = metrics[id]
  const measured = unitWords[unit] === '' ? '' : `, in ${unitWords[unit]}`
  return { value: id, label: `${name}${measured}: too ${better === 'more' ? 'low' : 'high'}` }
})

const alertNoun: SettingNoun<Value, Values> = {
  kind: settingKinds.alert,
  path: 'alerts',
  lead: 'Thresholds that supervisors want to hear of: in the app, and by webhook.',
  icon: <AlertOnRegular />,
  emptyText: 'A threshold on a figure belongs here, such as a longest wait of five minutes in one queue.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    { key: 'figure', header: 'Figure', value: ({ value }) => metrics[value.figure].name },
    { key: 'threshold', header: 'Threshold', width: 'narrow', value: ({ value }) => thresholdText(value) },
    { key: 'queues', header: 'Queues', value: ({ value }) => value.queues.join(', ') || 'All together' },
    { key: 'severity', header: 'Severity', width: 'narrow', value: ({ value }) => value.severity },
    { key: 'active', header: 'Watched', width: 'narrow', value: ({ value }) => (value.active ? 'Yes' : 'No') },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  labels: {
    title: 'Name',
    figure: 'Figure',
    threshold: 'Threshold',
    queues: 'Queues',
    severity: 'Severity',
    active: 'Watched',
    webhook: 'Webhook',
  },
  required: { title: 'Write a name.', threshold: 'Write a number.' },
  valuesOf: (value) => ({
    title: value?.title ?? '',
    figure: value?.figure ?? 'longestWait',
    threshold: value?.threshold ?? null,
    queues: value?.queues ?? [],
    severity: value?.severity ?? 'warning',
    active: value?.active ?? true,
    webhook: value?.webhook ?? '',
  }),
  valueOf: ({ title, webhook, ...values }) => ({
    ...values,
    title: title.trim(),
    webhook: webhook.trim() === '' ? null : webhook.trim(),
  }),
  Fields: AlertFields,
}

export const alertPages = settingPagesOf(alertNoun)

function thresholdText({ figure, threshold }: Value): string {
  return `${threshold} ${unitWords[metrics[figure].unit]}`.trim()
}

function AlertFields({ form: { control }, configuration }: SettingFieldsProps<Values>) {
  const queues = (configuration.queues ?? []).map(({ name }) => ({ name }))
  return (
    <>
      <FieldsSection title="What is watched">
        <TextField control={control} name="title" label="Name" isRequired />
        <ChoiceField
          control={control}
          name="figure"
          label="Figure"
          hint="Service level, abandoned and abandon rate are those of the last hour."
          choices={figures}
        />
        <NumberField
          control={control}
          name="threshold"
          label="Threshold"
          hint="Seconds for a wait, percent for a level or rate, else a number."
          isRequired
        />
        <ChoiceField
          control={control}
          name="severity"
          label="Severity"
          choices={[
            { value: 'warning', label: 'Warning' },
            { value: 'critical', label: 'Critical' },
          ]}
        />
        <ReferencesField
          control={control}
          name="queues"
          label="Queues"
          hint="Each is watched by itself. None: all queues together."
          choices={queues}
        />
        <SwitchField control={control} name="active" label="Watched" />
      </FieldsSection>
      <Section
        title="Webhook"
        lead="A program of yours hears of it, too: signed as the Standard Webhooks specification says."
      >
        <div className={styles.wide}>
          <TextField
            control={control}
            name="webhook"
            label="Address"
            hint="Begins with https://. It is told when the alert is raised and when it is over. Empty: nobody is told."
          />
        </div>
      </Section>
    </>
  )
}
