import { ChatSettingsRegular } from '@fluentui/react-icons'
import {
  automatedMessageMoments,
  automatedMessageTexts,
  type SettingValue,
  settingKinds,
} from '@unified-routing/contract'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { SettingFieldsProps, SettingNoun } from '../setting-frame/setting-noun.ts'
import { settingPagesOf } from '../setting-frame/setting-pages.tsx'
import { conversationWorkstreams } from './workstreams-of.ts'

type Value = SettingValue<'automatedMessages'>
type Moment = (typeof automatedMessageMoments)[number]
type Values = {
  title: string
  workstream: string
  texts: Record<Moment, string>
  /** Titles of moments. */
  silent: readonly string[]
}

const choices = automatedMessageMoments.map((moment) => ({ name: automatedMessageTexts[moment].title }))

const automatedMessagesNoun: SettingNoun<Value, Values> = {
  kind: settingKinds.automatedMessages,
  path: 'automated-messages',
  lead: 'What is said by itself in the conversations of a workstream, such as that a representative has joined.',
  icon: <ChatSettingsRegular />,
  emptyText: 'Without any, workstreams with a chat widget say the texts of the product.',
  columns: [
    { key: 'title', header: 'Name', value: ({ value }) => value.title },
    { key: 'workstream', header: 'Workstream', value: ({ value }) => value.workstream },
    {
      key: 'texts',
      header: 'Texts of its own',
      width: 'narrow',
      value: ({ value }) => Object.keys(value.texts).length,
    },
    { key: 'silent', header: 'Not said', width: 'narrow', value: ({ value }) => value.silent.length },
    { key: 'changedBy', header: 'Changed by', isExtra: true, value: ({ changedBy }) => changedBy },
  ],
  labels: { title: 'Name', workstream: 'Workstream', texts: 'Texts', silent: 'Not said' },
  required: { title: 'Write a name.', workstream: 'Choose a workstream.' },
  valuesOf: (value) => ({
    title: value?.title ?? '',
    workstream: value?.workstream ?? '',
    texts: textsOf((moment) => value?.texts[moment] ?? ''),
    silent: (value?.silent ?? []).map((moment) => automatedMessageTexts[moment].title),
  }),
  valueOf: ({ title, workstream, texts, silent }) => ({
    title: title.trim(),
    workstream,
    texts: Object.fromEntries(
      automatedMessageMoments.flatMap((moment) => {
        const text = texts[moment].trim()
        return text === '' ? [] : [[moment, text]]
      }),
    ),
    silent: automatedMessageMoments.filter((moment) => silent.includes(automatedMessageTexts[moment].title)),
  }),
  Fields: AutomatedMessagesFields,
}

export const automatedMessagesPages = settingPagesOf(automatedMessagesNoun)

function textsOf(textOf: (moment: Moment) => string): Record<Moment, string> {
  return {
    greeting: textOf('greeting'),
    representativeAssigned: textOf('representativeAssigned'),
    representativeJoined: textOf('representativeJoined'),
    representativeDisconnected: textOf('representativeDisconnected'),
    representativeEnded: textOf('representativeEnded'),
    sessionEnded: textOf('sessionEnded'),
    transferredToQueue: textOf('transferredToQueue'),
    transferAccepted: textOf('transferAccepted'),
    participantJoined: textOf('participantJoined'),
    participantLeft: textOf('participantLeft'),
    notAssignable: textOf('notAssignable'),
    outOfHours: textOf('outOfHours'),
    overflowEnded: textOf('overflowEnded'),
    supervisorEnded: textOf('supervisorEnded'),
    customerEnded: textOf('customerEnded'),
    customerDisconnected: textOf('customerDisconnected'),
  }
}

function AutomatedMessagesFields({ form: { control }, configuration }: SettingFieldsProps<Values>) {
  return (
    <>
      <FieldsSection title="Where">
        <TextField control={control} name="title" label="Name" isRequired />
        <ReferenceField
          control={control}
          name="workstream"
          label="Workstream"
          choices={conversationWorkstreams(configuration)}
          isRequired
        />
        <ReferencesField
          control={control}
          name="silent"
          label="Not said"
          hint="Moments at which nothing is said."
          choices={choices}
        />
      </FieldsSection>
      <FieldsSection
        title="Texts"
        lead="Empty: the text under the field. {AgentName}, {QueueName} and {$Variable$} are filled in; a variable that is not known leaves nothing."
      >
        {automatedMessageMoments.map((moment) => (
          <TextField
            key={moment}
            control={control}
            name={`texts.${moment}`}
            label={automatedMessageTexts[moment].title}
            hint={hintOf(moment)}
            isLong
          />
        ))}
      </FieldsSection>
    </>
  )
}

function hintOf(moment: Moment): string {
  const { text, to } = automatedMessageTexts[moment]
  return to === 'customer' ? text : `${text} (Representatives read it.)`
}
