import { Badge, Button, Input, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
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

/** The capacity profiles somebody holds, with a limit of their own where they have one. */
export function UserProfiles({ form }: { readonly form: UserForm }) {
  const { draft, set } = form
  const isReadOnly = !mayChange(useSession(), 'profiles')
  const { document } = useConfiguration()
  const choices = useMemo(() => peopleChoices(document).profiles, [document])
  const limits = useMemo(
    () => new Map((document.capacityProfiles ?? []).map(({ name, limit }) => [name, limit])),
    [document],
  )
  const put = (profile: string, limit: number | null) =>
    set({ profiles: new Map([...draft.profiles, [profile, limit]]) })
  return (
    <Section title={`${fieldWords.profiles} (${draft.profiles.size})`}>
      {draft.profiles.size === 0 ? <Text>None: only units limit what they take.</Text> : null}
      <ul className={styles.list} aria-label={fieldWords.profiles}>
        {[...draft.profiles].map(([profile, limit]) => (
          <li key={profile} className={styles.item}>
            <span className={styles.name}>
              {profile} <span className={styles.detail}>limit {limits.get(profile) ?? 'unknown'}</span>{' '}
              {limit === null ? null : (
                <Badge appearance="tint" color="brand">
                  Custom limit
                </Badge>
              )}
            </span>
            <Input
              className={styles.limit}
              type="number"
              min={0}
              max={100}
              aria-label={`Custom limit of ${profile}`}
              placeholder="None"
              readOnly={isReadOnly}
              value={limit === null ? '' : String(limit)}
              onChange={(_, { value }) => put(profile, value === '' ? null : Number(value))}
            />
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={`Remove ${profile}`}
              disabledFocusable={isReadOnly}
              onClick={() => set({ profiles: new Map([...draft.profiles].filter(([name]) => name !== profile)) })}
            />
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <PersonField form={form} label={fieldWords.profiles}>
          <ReferencePicker
            choices={choices.filter(({ name }) => !draft.profiles.has(name))}
            chosen=""
            placeholder="Add a capacity profile"
            onPick={(profile) => {
              if (profile !== '') put(profile, null)
            }}
          />
        </PersonField>
      )}
    </Section>
  )
}
