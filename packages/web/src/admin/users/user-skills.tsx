import { Button, Switch, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { Section } from '../../ui/section.tsx'
import { ReferencePicker } from '../frame/fields/reference-picker.tsx'
import { peopleChoices } from './bulk-choices.ts'
import type { PersonSkill } from './person.ts'
import { fieldWords } from './person-changes.ts'
import { PersonField } from './person-field.tsx'
import { mayChange } from './person-rights.ts'
import { RatingInput } from './rating-input.tsx'
import { ratingScales } from './skill-words.ts'
import type { UserForm } from './use-user-form.ts'
import styles from './user-holdings.module.css'

/** What somebody is good at, how good, and whether it counts at present. */
export function UserSkills({ form }: { readonly form: UserForm }) {
  const { draft, set } = form
  const isReadOnly = !mayChange(useSession(), 'skills')
  const { document } = useConfiguration()
  const scales = useMemo(() => ratingScales(document), [document])
  const choices = useMemo(() => peopleChoices(document).skills, [document])
  const put = (skill: string, held: PersonSkill) => set({ skills: new Map([...draft.skills, [skill, held]]) })
  return (
    <Section title={`${fieldWords.skills} (${draft.skills.size})`}>
      {draft.skills.size === 0 ? <Text>None: work that asks for skills goes to others.</Text> : null}
      <ul className={styles.list} aria-label={fieldWords.skills}>
        {[...draft.skills].map(([skill, held]) => (
          <li key={skill} className={styles.item}>
            <span className={styles.name}>{skill}</span>
            <RatingInput
              label={`Rating of ${skill}`}
              scale={scales.get(skill) ?? null}
              rating={held.rating}
              isReadOnly={isReadOnly}
              onChange={(rating) => put(skill, { ...held, rating })}
            />
            <Switch
              aria-label={`${skill} is active`}
              label={held.active ? 'Active' : 'Inactive'}
              checked={held.active}
              disabled={isReadOnly}
              onChange={(_, { checked }) => put(skill, { ...held, active: checked })}
            />
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={`Remove ${skill}`}
              disabledFocusable={isReadOnly}
              onClick={() => set({ skills: new Map([...draft.skills].filter(([name]) => name !== skill)) })}
            />
          </li>
        ))}
      </ul>
      {isReadOnly ? null : (
        <PersonField form={form} label={fieldWords.skills}>
          <ReferencePicker
            choices={choices.filter(({ name }) => !draft.skills.has(name))}
            chosen=""
            placeholder="Add a skill"
            onPick={(skill) => {
              if (skill !== '') put(skill, { rating: null, active: true })
            }}
          />
        </PersonField>
      )}
    </Section>
  )
}
