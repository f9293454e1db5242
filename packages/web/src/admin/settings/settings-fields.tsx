import type { Organization } from '@unified-routing/routing'
import type { Control } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { DurationField } from '../frame/fields/duration-field.tsx'
import { FieldGroup } from '../frame/fields/field-group.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'
import styles from '../frame/noun-form.module.css'
import { timeZoneChoices } from '../nouns/time-zones.ts'
import { type Channel, closingChannels, closingStates, type SettingsValues } from './settings-values.ts'

type SettingsControl = Control<SettingsValues>

/** All settings of the organization, by subject. */
export function SettingsFields({ form: { control } }: NounFieldsProps<Organization, SettingsValues>) {
  return (
    <>
      <FieldsSection title="Organization">
        <TextField control={control} name="name" label="Name of the organization" />
        <ReferenceField
          control={control}
          name="timeZone"
          label="Time zone"
          hint="Of operating hours without a zone of their own, and of the end of the day."
          choices={timeZoneChoices}
          isRequired
        />
      </FieldsSection>
      <Offers control={control} />
      <FieldsSection title="Presence and sessions">
        <DurationField
          control={control}
          name="reconnectWindow"
          label="Reconnect window"
          hint="Who is back within this time gets their presence back."
        />
        <NumberField
          control={control}
          name="sessionLimit"
          label="Open sessions"
          hint="At this many, a representative is shown as Do not disturb."
        />
      </FieldsSection>
      <Preferred control={control} />
      <Section
        title="Automatic closure"
        lead="How long a conversation may stay in a state before it is closed, from its last change. Empty: never. For Waiting, the workstream says it first."
      >
        {closingChannels.map((channel) => (
          <Closure key={channel} control={control} channel={channel} />
        ))}
      </Section>
    </>
  )
}

function Offers({ control }: { readonly control: SettingsControl }) {
  return (
    <FieldsSection title="Declined and missed offers">
      <NumberField
        control={control}
        name="declineLimit"
        label="Declines of one item"
        hint="1 to 5: after this many by one representative, the item is not offered to them again."
      />
      <NumberField
        control={control}
        name="declinersBeforeParking"
        label="Representatives who decline"
        hint="After this many different ones, an item is only assigned by hand."
      />
      <SwitchField
        control={control}
        name="missedOfferPresence"
        label="Presence after a missed offer"
        hint="On: who misses an offer becomes Inactive."
      />
      <SwitchField
        control={control}
        name="rejectedOfferPresence"
        label="Presence after a rejected offer"
        hint="On: who rejects an offer becomes Do not disturb."
      />
    </FieldsSection>
  )
}

function Preferred({ control }: { readonly control: SettingsControl }) {
  return (
    <FieldsSection title="Preferred representatives and transfer">
      <SwitchField
        control={control}
        name="preferredEnabled"
        label="Preferred representatives"
        hint="On: work of a customer goes first to those the customer prefers."
      />
      <ChoiceField
        control={control}
        name="whenUnavailable"
        label="When none of them is available"
        choices={[
          { value: 'nextBest', label: 'Give it to the next best representative' },
          { value: 'leaveInQueue', label: 'Leave it in the queue' },
        ]}
      />
      <SwitchField
        control={control}
        name="representativeTransfer"
        label="Transfer between representatives"
        hint="On: representatives may hand work to one another without a consult."
      />
    </FieldsSection>
  )
}

const channelWords: Readonly<Record<Channel, string>> = {
  liveChat: 'Live chat',
  persistentChat: 'Persistent chat',
  sms: 'SMS',
  whatsApp: 'WhatsApp',
  facebook: 'Facebook',
  teams: 'Microsoft Teams',
  custom: 'Custom channel',
  voice: 'Voice',
  record: 'Records',
}

function Closure({ control, channel }: { readonly control: SettingsControl; readonly channel: Channel }) {
  return (
    <FieldGroup name={`autoClose.${channel}`} label={channelWords[channel]}>
      <div className={styles.narrowFields}>
        {closingStates.map((state) => (
          <DurationField key={state} control={control} name={`autoClose.${channel}.${state}`} label={state} />
        ))}
      </div>
    </FieldGroup>
  )
}
