import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useDeferredValue, useMemo, useState } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSession } from '../../data/viewer.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { countOf } from '../../ui/words.ts'
import { useSave } from '../frame/use-save.ts'
import type { BulkAction } from './bulk-action.ts'
import { BulkActionEditor } from './bulk-action-editor.tsx'
import { emptyAction, isComplete, kindsFor } from './bulk-action-words.ts'
import { peopleChoices } from './bulk-choices.ts'
import styles from './bulk-edit-dialog.module.css'
import { changesBetween } from './changes-between.ts'
import { mayChange } from './person-rights.ts'
import { planBulkEdit } from './plan-bulk-edit.ts'
import type { PeoplePlan } from './plan-people.ts'
import { PlanPreview } from './plan-preview.tsx'
import { ratingScales } from './skill-words.ts'

/** Steps in one go; whoever needs more saves and goes on. */
const STEPS_MAX = 10

export interface BulkEditDialogProps {
  /** The sign-in names of the selected. */
  readonly names: readonly string[]
  readonly onClose: () => void
}

/** Changes many people at once: steps, what they would do to whom, and one save for all or nothing. */
export function BulkEditDialog({ names, onClose }: BulkEditDialogProps) {
  const { document, version } = useConfiguration()
  const session = useSession()
  const kinds = useMemo(() => kindsFor((part) => mayChange(session, part)), [session])
  const [actions, setActions] = useState<readonly BulkAction[]>(() => kinds.slice(0, 1).map(emptyAction))
  const edit = useDeferredValue(useMemo(() => ({ names, actions: actions.filter(isComplete) }), [names, actions]))
  const plan = useMemo(() => planBulkEdit(document, edit), [document, edit])
  const { save, isSaving, failure } = useSave()
  const changed = plan.people.filter(({ changes }) => changes.length > 0).length
  const obstacle = obstacleOf(plan, changed)
  const handleSave = async () => {
    if (obstacle !== null || edit.actions.length < actions.filter(isComplete).length) return
    const title = `${countOf(changed, 'user')} changed`
    if (await save({ basedOn: version, changes: changesBetween(document, plan.document), title })) onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Edit {countOf(names.length, 'user')}</DialogTitle>
          <DialogContent className={styles.content}>
            {failure ? <ProblemBar title="Not saved" text={failure.text} /> : null}
            <Steps actions={actions} onChange={setActions} document={document} kinds={kinds} />
            <PlanPreview plan={plan} isEmpty={edit.actions.length === 0} />
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={obstacle !== null || isSaving}
              title={obstacle ?? undefined}
              onClick={() => void handleSave()}
            >
              {changed > 0 ? `Save for ${countOf(changed, 'user')}` : 'Save'}
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** Why it cannot be saved; null: it can. */
function obstacleOf({ people, otherProblems }: PeoplePlan, changed: number): string | null {
  if (people.some(({ problems }) => problems.length > 0) || otherProblems.length > 0)
    return 'Correct the problems first.'
  return changed === 0 ? 'Nothing would change yet.' : null
}

interface StepsProps {
  readonly actions: readonly BulkAction[]
  readonly kinds: readonly BulkAction['kind'][]
  readonly document: Parameters<typeof peopleChoices>[0]
  readonly onChange: (actions: readonly BulkAction[]) => void
}

function Steps({ actions, kinds, document, onChange }: StepsProps) {
  const choices = useMemo(() => peopleChoices(document), [document])
  const scales = useMemo(() => ratingScales(document), [document])
  return (
    <div className={styles.steps}>
      {actions.map((action, index) => (
        // Steps have no name of their own, and only the end of the list grows.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset key={index} className={styles.step}>
          <legend className={styles.legend}>Step {index + 1}</legend>
          <BulkActionEditor
            {...{ action, kinds, choices, scales }}
            onChange={(next) => onChange(actions.with(index, next))}
          />
          {actions.length > 1 ? (
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`Remove step ${index + 1}`}
              onClick={() => onChange(actions.toSpliced(index, 1))}
            />
          ) : null}
        </fieldset>
      ))}
      {actions.length < STEPS_MAX ? (
        <Button
          className={styles.add}
          appearance="subtle"
          icon={<AddRegular />}
          onClick={() => onChange([...actions, ...kinds.slice(0, 1).map(emptyAction)])}
        >
          Add a step
        </Button>
      ) : null}
    </div>
  )
}
