import { Button, Field, SpinButton, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { WorkItemView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { useOrganization } from '../../data/viewer.ts'
import { NamePicker } from '../../ui/name-picker.tsx'
import { useItemAction } from '../use-item-action.ts'
import { PanelDialogFrame } from './panel-dialog-frame.tsx'
import styles from './skills-dialog.module.css'

export interface SkillsDialogProps {
  readonly item: WorkItemView
  readonly onClose: () => void
}

/** What the item asks for from now on: it counts when it is given to somebody else. */
export function SkillsDialog({ item, onClose }: SkillsDialogProps) {
  const { skills: all } = useOrganization()
  const [skills, setSkills] = useState<Readonly<Record<string, number | null>>>(item.skills)
  const { run, isBusy } = useItemAction()
  const choices = all
    .filter(({ name }) => !Object.hasOwn(skills, name))
    .map(({ name, type }) => ({ name, text: name, detail: type }))
  const handleSave = () =>
    run(async () => {
      const saved = await api.workItems.setSkills(item.id, skills)
      onClose()
      return saved
    })
  return (
    <PanelDialogFrame
      title="Skills asked for"
      onClose={onClose}
      actions={
        <Button appearance="primary" disabledFocusable={isBusy} onClick={handleSave}>
          Save
        </Button>
      }
    >
      <Text>They say who can take it over. Without a rating, any will do.</Text>
      <ul className={styles.skills} aria-label="Skills asked for">
        {Object.entries(skills).map(([name, rating]) => (
          <li key={name} className={styles.skill}>
            <Field label={`Rating of ${name}`} className={styles.rating}>
              <SpinButton
                value={rating}
                displayValue={rating === null ? 'Any' : String(rating)}
                onChange={(_, { value, displayValue }) =>
                  setSkills({ ...skills, [name]: ratingOf(value, displayValue) })
                }
              />
            </Field>
            <Button
              icon={<DismissRegular />}
              aria-label={`Take out ${name}`}
              onClick={() => setSkills(Object.fromEntries(Object.entries(skills).filter(([each]) => each !== name)))}
            />
          </li>
        ))}
        {Object.keys(skills).length === 0 ? <li>None: anybody of the queue can take it.</li> : null}
      </ul>
      <NamePicker
        label="Add a skill"
        choices={choices}
        name=""
        onPick={(name) => setSkills({ ...skills, [name]: null })}
      />
    </PanelDialogFrame>
  )
}

function ratingOf(value: number | null | undefined, typed: string | undefined): number | null {
  if (value !== undefined) return value
  const number = Number(typed)
  return typed === undefined || typed.trim() === '' || Number.isNaN(number) ? null : number
}
