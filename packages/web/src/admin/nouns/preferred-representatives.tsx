import { PersonHeartRegular } from '@fluentui/react-icons'
import type { PreferredRepresentatives } from '@unified-routing/routing'
import { LookupText } from '../../records/lookup-text.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { RowField } from '../frame/fields/row-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { fullNameOf, representativeChoices } from './choices.ts'

type Values = { contact: string; representatives: readonly string[] }

const CHOSEN_MAX = 3
const CONTACT_TABLE = 'contact'

const preferred: Noun<PreferredRepresentatives, Values> = {
  path: 'preferred-representatives',
  list: 'preferredRepresentatives',
  words: { one: 'preferred representatives', many: 'preferred representatives' },
  lead: 'Customers whose work goes first to the people they prefer. Settings says whether this is on.',
  icon: <PersonHeartRegular />,
  emptyText: 'For a customer you choose up to three representatives, in order.',
  rowsOf: ({ preferredRepresentatives = [] }) => preferredRepresentatives,
  keyOf: ({ contact }) => contact,
  namedAfter: ({ contact }) => ({ table: CONTACT_TABLE, id: contact }),
  isRenamable: false,
  columns: (configuration) => [
    {
      key: 'contact',
      header: 'Customer',
      value: ({ contact }) => contact,
      render: ({ contact }) => <LookupText table={CONTACT_TABLE} id={contact} />,
    },
    ...[0, 1, 2].map((place) => ({
      key: `place${place}`,
      header: ['First', 'Second', 'Third'][place] ?? '',
      value: ({ representatives }: PreferredRepresentatives) =>
        representatives.slice(place, place + 1).map((name) => fullNameOf(configuration, name))[0] ?? '',
    })),
  ],
  labels: { contact: 'Customer', representatives: 'Representatives' },
  required: { contact: 'Choose a customer.' },
  check: ({ representatives }) =>
    representatives.length === 0 ? [{ field: 'representatives', message: 'Choose one to three representatives.' }] : [],
  valuesOf: (row) => ({ contact: row?.contact ?? '', representatives: row?.representatives ?? [] }),
  rowOf: ({ contact, representatives }) => ({ contact, representatives: [...representatives] }),
  fieldOf: (place) => (place === 'name' ? 'contact' : place),
  Fields: PreferredFields,
}

export const preferredRepresentativesPages = pagesOf(preferred)

function PreferredFields({ form: { control }, configuration, row }: NounFieldsProps<PreferredRepresentatives, Values>) {
  return (
    <FieldsSection
      title="Details"
      actions={
        row === null ? null : (
          <RouterLink to="/tables/$table/$id" params={{ table: CONTACT_TABLE, id: row.contact }}>
            Open <LookupText table={CONTACT_TABLE} id={row.contact} />
          </RouterLink>
        )
      }
    >
      {row === null ? (
        <RowField control={control} name="contact" label="Customer" table={CONTACT_TABLE} isRequired />
      ) : null}
      <ReferencesField
        control={control}
        name="representatives"
        label="Representatives"
        hint="One to three. The first who can take the work gets it."
        choices={representativeChoices(configuration)}
        isOrdered
        max={CHOSEN_MAX}
      />
    </FieldsSection>
  )
}
