import { PeopleTeamRegular } from '@fluentui/react-icons'
import type { UserGroup } from '@unified-routing/routing'
import { FieldsSection } from '../frame/fields/fields-section.tsx'
import { ReferencesField } from '../frame/fields/references-field.tsx'
import { TextField } from '../frame/fields/text-field.tsx'
import type { Noun, NounFieldsProps } from '../frame/noun.ts'
import styles from '../frame/noun-form.module.css'
import { pagesOf } from '../frame/noun-pages.tsx'
import { queueChoices, representativeChoices } from './choices.ts'

type Values = { name: string; members: readonly string[]; queues: readonly string[] }

const userGroup: Noun<UserGroup, Values> = {
  path: 'user-groups',
  list: 'userGroups',
  words: { one: 'user group', many: 'user groups' },
  lead: 'Representatives who belong together. Who is in a group of a queue is a member of that queue.',
  icon: <PeopleTeamRegular />,
  emptyText: 'A group puts many representatives into a queue at once, and gives the levels of bullseye routing.',
  rowsOf: ({ userGroups = [] }) => userGroups,
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  columns: () => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'members', header: 'Members', width: 'narrow', value: ({ members }) => members.length },
    { key: 'queues', header: 'Queues', width: 'wide', value: ({ queues = [] }) => queues.join(', ') },
  ],
  filters: ({ queues = [] }) => [
    {
      key: 'queue',
      label: 'Queue',
      values: queues.map(({ name }) => name).slice(0, 6),
      of: ({ queues: of = [] }) => of,
    },
  ],
  labels: { name: 'Name', members: 'Members', queues: 'Queues' },
  required: { name: 'Write a name.' },
  valuesOf: (row) => ({ name: row?.name ?? '', members: row?.members ?? [], queues: row?.queues ?? [] }),
  rowOf: ({ name, members, queues }) => ({
    name,
    members: [...members],
    ...(queues.length === 0 ? {} : { queues: [...queues] }),
  }),
  Fields: UserGroupFields,
}

export const userGroupPages = pagesOf(userGroup)

function UserGroupFields({ form: { control }, configuration, row }: NounFieldsProps<UserGroup, Values>) {
  return (
    <FieldsSection title="Details">
      {row === null ? (
        <div className={styles.wide}>
          <TextField control={control} name="name" label="Name" isRequired />
        </div>
      ) : null}
      <ReferencesField
        control={control}
        name="members"
        label="Members"
        choices={representativeChoices(configuration)}
      />
      <ReferencesField
        control={control}
        name="queues"
        label="Queues"
        hint="Every member of the group is a member of these queues."
        choices={queueChoices(configuration)}
      />
    </FieldsSection>
  )
}
