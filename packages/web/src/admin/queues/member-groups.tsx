import { Button, Field, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Configuration, UserGroup } from '@unified-routing/routing'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { Section } from '../../ui/section.tsx'
import { countOf } from '../../ui/words.ts'
import { ReferencePicker } from '../frame/fields/reference-picker.tsx'
import { useFormState } from '../frame/form-context.ts'
import { useSave } from '../frame/use-save.ts'
import styles from './member-groups.module.css'

export interface MemberGroupsProps {
  readonly queue: string
  readonly configuration: Configuration
}

/** The user groups of a queue: all who are in them are members. Adding and removing one takes effect at once. */
export function MemberGroups({ queue, configuration: { userGroups = [] } }: MemberGroupsProps) {
  const { isReadOnly } = useFormState()
  const { version } = useConfiguration()
  const { save, isSaving, failure } = useSave()
  const attached = userGroups.filter(({ queues }) => queues?.includes(queue))
  const store = (group: UserGroup, queues: readonly string[], title: string) =>
    void save({
      basedOn: version,
      changes: [{ list: 'userGroups', name: group.name, row: { ...group, queues: [...queues] } }],
      title,
    })
  return (
    <Section
      title={`Groups (${attached.length})`}
      lead="All members of a group are members of the queue, after the direct ones."
    >
      {failure ? <ProblemBar title="Not saved" text={failure.text} /> : null}
      {isReadOnly ? null : (
        <Field label="Add a group">
          <ReferencePicker
            choices={userGroups.filter((group) => !attached.includes(group)).map(({ name }) => ({ name }))}
            chosen=""
            disabled={isSaving}
            placeholder="Add by name"
            onPick={(name) => {
              const group = userGroups.find((one) => one.name === name)
              if (group) store(group, [...(group.queues ?? []), queue], `${name} is in the queue`)
            }}
          />
        </Field>
      )}
      {attached.length === 0 ? <Text>No group is in this queue.</Text> : null}
      <ul className={styles.groups}>
        {attached.map((group) => (
          <li key={group.name} className={styles.group}>
            <RouterLink to="/admin/$noun/$name" params={{ noun: 'user-groups', name: group.name }}>
              {group.name}
            </RouterLink>
            <Text className={styles.count}>{countOf(group.members.length, 'member')}</Text>
            {isReadOnly ? null : (
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={`Take ${group.name} out of the queue`}
                disabledFocusable={isSaving}
                onClick={() =>
                  store(
                    group,
                    (group.queues ?? []).filter((name) => name !== queue),
                    `${group.name} is no longer in the queue`,
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
