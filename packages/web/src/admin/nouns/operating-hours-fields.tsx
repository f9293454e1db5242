import type { OperatingHours } from '@unified-routing/routing'
import { type Control, useFieldArray, useWatch } from 'react-hook-form'
import { Section } from '../../ui/section.tsx'
import { ChoicesField } from '../frame/fields/choices-field.tsx'
import { FieldGroup, FieldRow } from '../frame/fields/field-group.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferenceField } from '../frame/fields/reference-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import { TimeField } from '../frame/fields/time-field.tsx'
import type { NounFieldsProps } from '../frame/noun.ts'
import styles from '../frame/noun-form.module.css'
import { timeZoneChoices } from './time-zones.ts'
import { weekdays } from './week-hours.ts'
import { WeekPicture } from './week-picture.tsx'

export type HoursValues = {
  name: string
  timeZone: string
  hours: { days: readonly string[]; start: string; end: string; breaks: { start: string; end: string }[] }[]
  holidays: { name: string; from: string; to: string }[]
}

type HoursControl = Control<HoursValues>

/** Name and zone, the week as entries beside its picture, and the holidays. */
export function OperatingHoursFields({
  form: { control },
  row,
  configuration,
}: NounFieldsProps<OperatingHours, HoursValues>) {
  return (
    <>
      <FieldsSection title="Details">
        {row === null ? <TextField control={control} name="name" label="Name" isRequired /> : null}
        <ReferenceField
          control={control}
          name="timeZone"
          label="Time zone"
          hint="Daylight saving is followed."
          placeholder={`${configuration.organization?.timeZone ?? 'UTC'}, the organization's`}
          choices={timeZoneChoices}
        />
      </FieldsSection>
      <Section
        title="Week"
        lead="Every week is the same. An end before the start lies on the next day; 00:00 to 00:00 is the whole day."
      >
        <Week control={control} />
        <Entries control={control} />
      </Section>
      <Section title="Holidays" lead="On these days it is closed. Both the first and the last day are included.">
        <Holidays control={control} />
      </Section>
    </>
  )
}

function Week({ control }: { readonly control: HoursControl }) {
  const hours = useWatch({ control, name: 'hours' })
  return <WeekPicture hours={hours} />
}

function Entries({ control }: { readonly control: HoursControl }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'hours' })
  return (
    <FieldGroup
      name="hours"
      label="Hours"
      addLabel="Add hours"
      onAdd={() => append({ days: [], start: '08:00', end: '17:00', breaks: [] })}
    >
      {fields.map(({ id }, index) => (
        <Entry key={id} control={control} index={index} onRemove={() => remove(index)} />
      ))}
    </FieldGroup>
  )
}

interface EntryProps {
  readonly control: HoursControl
  readonly index: number
  readonly onRemove: () => void
}

function Entry({ control, index, onRemove }: EntryProps) {
  const name = `hours.${index}` as const
  const { fields, append, remove } = useFieldArray({ control, name: `${name}.breaks` })
  return (
    <div className={styles.entry}>
      <ChoicesField control={control} name={`${name}.days`} label={`Days of entry ${index + 1}`} choices={weekdays} />
      <FieldRow name={name} removeLabel={`Remove entry ${index + 1}`} onRemove={onRemove}>
        <TimeField control={control} name={`${name}.start`} label="From" type="time" />
        <TimeField control={control} name={`${name}.end`} label="To" type="time" />
      </FieldRow>
      <FieldGroup
        name={`${name}.breaks`}
        label={fields.length > 0 ? 'Breaks' : ''}
        addLabel="Add a break"
        onAdd={() => append({ start: '12:00', end: '12:30' })}
      >
        {fields.map(({ id }, pause) => (
          <FieldRow
            key={id}
            name={`${name}.breaks.${pause}`}
            removeLabel={`Remove break ${pause + 1} of entry ${index + 1}`}
            onRemove={() => remove(pause)}
          >
            <TimeField control={control} name={`${name}.breaks.${pause}.start`} label="Break from" type="time" />
            <TimeField control={control} name={`${name}.breaks.${pause}.end`} label="Break to" type="time" />
          </FieldRow>
        ))}
      </FieldGroup>
    </div>
  )
}

function Holidays({ control }: { readonly control: HoursControl }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'holidays' })
  return (
    <FieldGroup name="holidays" label="" addLabel="Add a holiday" onAdd={() => append({ name: '', from: '', to: '' })}>
      {fields.map(({ id }, index) => (
        <FieldRow
          key={id}
          name={`holidays.${index}`}
          removeLabel={`Remove holiday ${index + 1}`}
          onRemove={() => remove(index)}
        >
          <TextField control={control} name={`holidays.${index}.name`} label="Reason" />
          <TimeField control={control} name={`holidays.${index}.from`} label="First day" type="date" />
          <TimeField control={control} name={`holidays.${index}.to`} label="Last day" type="date" />
        </FieldRow>
      ))}
    </FieldGroup>
  )
}
