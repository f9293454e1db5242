import { useFieldArray, useWatch } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldGroup, FieldRow } from '../frame/fields/field-group.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { ChatWidgetFieldsProps } from './chat-widget-tabs.tsx'
import { newInvitation } from './widget-values.ts'

/** When a widget is there, what it tells those who wait, and what it lets customers do. */
export function BehaviourFields(props: ChatWidgetFieldsProps) {
  const { control } = props.form
  return (
    <>
      <FieldsSection title="Opening hours">
        <ReferenceField
          control={control}
          name="operatingHours"
          label="Operating hours"
          placeholder="Always open"
          choices={(props.configuration.operatingHours ?? []).map(({ name }) => ({ name }))}
        />
        <SwitchField
          control={control}
          name="isShownWhenClosed"
          label="Show the button when closed"
          hint="It then says that nobody is there, and looks as set up under Chat widget."
        />
      </FieldsSection>
      <FieldsSection title="While customers wait">
        <SwitchField control={control} name="showsPosition" label="Tell the position in the queue" />
        <SwitchField control={control} name="showsAverageWait" label="Tell the average wait" />
        <NumberField
          control={control}
          name="reconnectMinutes"
          label="Minutes to come back"
          hint="How long somebody who has lost the connection finds the conversation again. Empty: three."
        />
      </FieldsSection>
      <FieldsSection title="What customers can do">
        <SwitchField control={control} name="offersTranscript" label="Download the transcript" />
        <SwitchField
          control={control}
          name="mailsTranscript"
          label="Have the transcript sent by e-mail"
          hint="To the address they write, once the chat is over; where this server sends e-mail."
        />
        <SwitchField control={control} name="countsUnread" label="See how many messages are new" />
        <SwitchField control={control} name="playsSound" label="Hear a sound with new messages" />
      </FieldsSection>
      <Files {...props} />
      <Invitations {...props} />
    </>
  )
}

function Files({ form: { control } }: ChatWidgetFieldsProps) {
  return (
    <FieldsSection title="Files" lead="Files that could run where they are opened are never taken.">
      <SwitchField control={control} name="takesFiles" label="Customers may send files" />
      <SwitchField control={control} name="sendsFiles" label="Representatives may send files" />
      <NumberField control={control} name="fileKilobytesMax" label="Largest file, KB" hint="5,120 at most." />
      <TextField
        control={control}
        name="fileEndings"
        label="Types of files"
        hint="Endings, such as pdf png jpg. Empty: every type that cannot run."
      />
    </FieldsSection>
  )
}

function Invitations({ form: { control } }: ChatWidgetFieldsProps) {
  const { fields, append, remove } = useFieldArray({ control, name: 'invitations' })
  return (
    <Section
      title="Invitations"
      lead="Ask a visitor whether they would like to chat. An invitation goes after a minute."
    >
      <FieldGroup name="invitations" label="" addLabel="Add an invitation" onAdd={() => append(newInvitation)}>
        {fields.map(({ id }, index) => (
          <FieldRow
            key={id}
            name={`invitations.${index}`}
            removeLabel={`Remove invitation ${index + 1}`}
            onRemove={() => remove(index)}
          >
            <TextField control={control} name={`invitations.${index}.text`} label={`Invitation ${index + 1}`} />
            <NumberField control={control} name={`invitations.${index}.afterSeconds`} label="After, seconds" />
            <TextField
              control={control}
              name={`invitations.${index}.page`}
              label="On pages"
              hint="Part of the address, * for anything. Empty: all."
            />
          </FieldRow>
        ))}
      </FieldGroup>
    </Section>
  )
}

const ways = [
  { value: 'none', label: 'Anybody may chat' },
  { value: 'token', label: 'The page says who the customer is, with a signed token' },
]

/** Who may use a widget: from which pages, and as whom. */
export function SecurityFields({ form: { control } }: ChatWidgetFieldsProps) {
  const way = useWatch({ control, name: 'authentication' })
  return (
    <>
      <Section title="Pages">
        <TextField
          control={control}
          name="origins"
          label="Allowed origins"
          hint="One a line, such as https://shop.example. Pages of other origins get no chat. Empty: pages of this server only."
          isLong
        />
      </Section>
      <FieldsSection title="Customers">
        <ChoiceField control={control} name="authentication" label="Authentication" choices={ways} isOpen />
        {way === 'token' ? (
          <>
            <TextField
              control={control}
              name="keysUrl"
              label="Address of the public keys"
              hint="A JSON web key set, or PEM."
              isRequired
            />
            <TextField control={control} name="issuer" label="Issuer" hint="What a token must say. Empty: anything." />
            <SwitchField
              control={control}
              name="isPersistent"
              label="Persistent chat"
              hint="One conversation for good: customers leave and come back, and cannot end it."
            />
          </>
        ) : null}
      </FieldsSection>
    </>
  )
}
