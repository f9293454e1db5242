import { Button, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Configuration } from '@unified-routing/routing'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { Section } from '../../ui/section.tsx'
import { ReferencePicker } from '../frame/fields/reference-picker.tsx'
import { peopleChoices } from './bulk-choices.ts'
import { fieldWords } from './person-changes.ts'
import { PersonField } from './person-field.tsx'
import { mayChange } from './person-rights.ts'
import type { UserForm } from './use-user-form.ts'
import styles from './user-holdings.module.css'

/** Where somebody's work comes from: queues they joined, and groups that may bring them more. */
export function UserPlaces({ form }: { readonly form: UserForm }) {
  const { draft } = form
  const { document } = useConfiguration()
  const choices = useMemo(() => peopleChoices(document), [document])
  const places = useMemo(() => joiningPlaces(document, draft.name), [document, draft.name])
  const throughGroups = queuesOfGroups(document, draft.groups).filter((queue) => !draft.queues.includes(queue))
  return (
    <>
      <Places
        form={form}
        part="queues"
        choices={choices.queues}
        empty="None: only work assigned by hand reaches them."
        detailOf={(queue) => places.get(queue) ?? 'joins as the last'}
      />
      <Places form={form} part="groups" choices={choices.groups} empty="None." detailOf={() => ''} />
      {throughGroups.length > 0 ? <Text>Through groups also in: {throughGroups.join(', ')}.</Text> : null}
    </>
  )
}

interface PlacesProps {
  readonly form: UserForm
  readonly part: 'queues' | 'groups'
  readonly choices: ReturnType<typeof peopleChoices>['queues']
  readonly empty: string
  readonly detailOf: (place: string) => string
}

function Places({ form, part, choices, empty, detailOf }: PlacesProps) {
  const { draft, set } = form
  const isReadOnly = !mayChange(useSession(), part)
  const names = draft[part]
  const label = fieldWords[part]
  const change = (next: readonly string[]) => set(part === 'queues' ? { queues: next } : { groups: next })
  return (
    <Section title={`${label} (${names.length})`}>
      {names.length === 0 ? <Text>{empty}</Text> : null}
      <ul className={styles.list} aria-label={label}>
        {names.map((name) => (
          <li key={name} className={styles.item}>
            <span className={styles.name}>{name}</span>
            <span className={styles.detail}>{detailOf(name)}</span>
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={`Remove ${name}`}
              disabledFocusable={isReadOnly}
              onClick={() => change(names.filter((one) => one !== name))}
            />
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <PersonField form={form} label={label}>
          <ReferencePicker
            choices={choices.filter(({ name }) => !names.includes(name))}
            chosen=""
            placeholder={part === 'queues' ? 'Add a queue' : 'Add a user group'}
            onPick={(name) => {
              if (name !== '') change([...names, name])
            }}
          />
        </PersonField>
      )}
    </Section>
  )
}

/** Round robin begins in the order of joining, so it is worth knowing. */
function joiningPlaces({ queues = [] }: Configuration, person: string): ReadonlyMap<string, string> {
  return new Map(
    queues.flatMap(({ name, members = [] }) => {
      const place = members.indexOf(person)
      return place < 0 ? [] : [[name, `joined as ${place + 1} of ${members.length}`] as const]
    }),
  )
}

function queuesOfGroups({ userGroups = [] }: Configuration, groups: readonly string[]): readonly string[] {
  return [...new Set(userGroups.filter(({ name }) => groups.includes(name)).flatMap(({ queues = [] }) => queues))]
}
