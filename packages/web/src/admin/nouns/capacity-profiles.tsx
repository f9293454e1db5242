import { GaugeRegular } from '@fluentui/react-icons'
import type { CapacityProfile, Configuration } from '@unified-routing/routing'
import { useMemo } from 'react'
import { EditableBy } from '../frame/editable-by.tsx'
import { ChoiceField } from '../frame/fields/choice-field.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { NumberField } from '../frame/fields/number-field.tsx'
import { SwitchField } from '../frame/fields/switch-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { Holders, type Holding } from './holders.tsx'
import { numberOr } from './values.ts'

type Values = { name: string; limit: number | null; reset: string; blocking: boolean }

const resetWords = { immediate: 'Immediate', endOfDay: 'End of day' } as const

const capacityProfile: Noun<CapacityProfile, Values> = {
  path: 'capacity-profiles',
  list: 'capacityProfiles',
  words: { one: 'capacity profile', many: 'capacity profiles' },
  lead: 'How many items of a kind somebody works on at once, or in a day.',
  icon: <GaugeRegular />,
  emptyText: 'A profile limits one kind of work: at most three chats at once, at most six refunds a day.',
  rowsOf: ({ capacityProfiles = [] }) => capacityProfiles,
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  columns: ({ representatives = [], workstreams = [] }) => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'limit', header: 'Work item limit', width: 'narrow', value: ({ limit }) => limit },
    { key: 'reset', header: 'Reset frequency', value: ({ reset = 'immediate' }) => resetWords[reset] },
    { key: 'blocking', header: 'Assignment blocking', value: ({ blocking }) => (blocking ? 'Yes' : 'No') },
    {
      key: 'users',
      header: 'Users',
      width: 'narrow',
      value: ({ name }) =>
        representatives.filter(({ capacityProfiles = {} }) => Object.hasOwn(capacityProfiles, name)).length,
    },
    {
      key: 'workstreams',
      header: 'Workstreams',
      value: ({ name }) =>
        workstreams
          .filter(
            ({ capacity }) => capacity !== undefined && 'profiles' in capacity && capacity.profiles.includes(name),
          )
          .map((workstream) => workstream.name)
          .join(', '),
    },
  ],
  filters: () => [
    {
      key: 'reset',
      label: 'Reset frequency',
      values: Object.values(resetWords),
      of: ({ reset = 'immediate' }) => resetWords[reset],
    },
  ],
  labels: { name: 'Name', limit: 'Work item limit', reset: 'Reset frequency', blocking: 'Assignment blocking' },
  required: { name: 'Write a name.', limit: 'Write a limit from 0 to 100.' },
  valuesOf: (row) => ({
    name: row?.name ?? '',
    limit: row?.limit ?? null,
    reset: row?.reset ?? 'immediate',
    blocking: row?.blocking ?? false,
  }),
  rowOf: ({ name, limit, reset, blocking }) => ({
    name,
    limit: numberOr(limit),
    ...(reset === 'endOfDay' ? { reset: 'endOfDay' } : {}),
    ...(blocking ? { blocking } : {}),
  }),
  Fields: CapacityProfileFields,
  Aside: ProfileUsers,
}

export const capacityProfilePages = pagesOf(capacityProfile)

function CapacityProfileFields({ form: { control }, row }: NounFieldsProps<CapacityProfile, Values>) {
  return (
    <FieldsSection title="Details">
      {row === null ? <TextField control={control} name="name" label="Name" isRequired /> : null}
      <NumberField
        control={control}
        name="limit"
        label="Work item limit"
        hint="From 0 to 100 items. Users can have a limit of their own."
        isRequired
      />
      <ChoiceField
        control={control}
        name="reset"
        label="Reset frequency"
        hint={
          row === null
            ? 'When a place is free again. It cannot be changed later.'
            : 'This was chosen for good. To change it, copy the profile.'
        }
        isFixed={row !== null}
        choices={[
          { value: 'immediate', label: 'Immediate: when the item is closed' },
          { value: 'endOfDay', label: 'End of day' },
        ]}
      />
      <SwitchField
        control={control}
        name="blocking"
        label="Assignment blocking"
        hint="At its limit, somebody gets no other work automatically either."
      />
    </FieldsSection>
  )
}

function ProfileUsers({
  row,
  configuration,
}: {
  readonly row: CapacityProfile
  readonly configuration: Configuration
}) {
  const holding = useMemo(() => holdingOf(row), [row])
  return (
    <EditableBy capability="editRepresentatives">
      <Holders configuration={configuration} holding={holding} />
    </EditableBy>
  )
}

function holdingOf({ name, limit }: CapacityProfile): Holding {
  return {
    title: 'Users',
    lead: 'Who takes work by this profile. Only bookable resources can have one.',
    valueLabel: 'Custom limit',
    valueHint: 'Empty: the limit of the profile.',
    mayHold: ({ bookable = true }) => bookable,
    heldBy: ({ capacityProfiles = {} }) => {
      const held = capacityProfiles[name]
      if (held === undefined) return null
      return held === null ? `${limit}, the profile's own` : String(held)
    },
    given: (representative, value) => ({
      ...representative,
      capacityProfiles: { ...representative.capacityProfiles, [name]: value },
    }),
    taken: ({ capacityProfiles = {}, ...representative }) => {
      const { [name]: _, ...others } = capacityProfiles
      return Object.keys(others).length === 0 ? representative : { ...representative, capacityProfiles: others }
    },
  }
}
