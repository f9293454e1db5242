import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ChangeFailure } from '../../data/change-failure.ts'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { useSave } from '../frame/use-save.ts'
import { changesBetween } from './changes-between.ts'
import { isSame } from './is-same.ts'
import { mergePeople, overlapOf, type PersonField, type Versions } from './merge-people.ts'
import { type Person, peopleOf } from './person.ts'
import { fieldWords } from './person-changes.ts'
import { type PersonProblem, planPeople } from './plan-people.ts'
import { writePeople } from './write-people.ts'

export interface UserFormInput {
  /** As stored; null: somebody new. */
  readonly stored: Person | null
  /** What the form begins with. */
  readonly start: Person
}

/** Somebody else changed the same parts of the same person meanwhile. */
export interface UserConflict {
  readonly versions: Versions
  readonly fields: readonly PersonField[]
}

export interface UserForm {
  readonly draft: Person
  readonly isNew: boolean
  readonly isDirty: boolean
  /** What the validator says, once somebody tried to save. */
  readonly problems: readonly PersonProblem[]
  readonly conflict: UserConflict | null
  readonly isSaving: boolean
  readonly failure: ChangeFailure | null
  readonly set: (part: Partial<Person>) => void
  readonly submit: (kind: 'save' | 'saveAndClose') => void
  readonly resolve: (winner: 'theirs' | 'mine') => void
}

/** The form of one person: what is wanted, what is wrong with it, and saving it over what others did meanwhile. */
export function useUserForm({ stored, start }: UserFormInput): UserForm {
  const { document, version } = useConfiguration()
  const [{ base, draft }, setState] = useState({ base: stored, draft: start })
  const [isAttempted, setAttempted] = useState(false)
  const conflict = base && stored ? conflictOf({ base, theirs: stored, mine: draft }) : null
  // What others changed elsewhere in this person is taken over at once, under what is wanted here.
  if (base && stored && !conflict && !isSame(base, stored)) {
    setState({ base: stored, draft: mergePeople({ base, theirs: stored, mine: draft }, 'mine') })
  }
  const wanted = useDeferredValue(draft)
  const problems = useMemo(() => problemsOf(document, wanted, base === null), [document, wanted, base])
  const saving = useSave()
  const finish = useFinish()
  const save = async (kind: 'save' | 'saveAndClose') => {
    const changes = changesBetween(document, writePeople(document, [draft]))
    const title = `The user ${draft.fullName} is saved`
    if (changes.length > 0 && !(await saving.save({ basedOn: version, changes, title }))) return
    setAttempted(false)
    setState({ base: draft, draft })
    await finish(kind, draft.name, base === null)
  }
  return {
    draft,
    isNew: base === null,
    isDirty: base === null ? !isSame(start, draft) || start.name !== '' : !isSame(base, draft),
    problems: isAttempted ? problems : [],
    conflict,
    isSaving: saving.isSaving,
    failure: saving.failure,
    set: (part) => setState((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    submit: (kind) => {
      setAttempted(true)
      const present = wanted === draft ? problems : problemsOf(document, draft, base === null)
      if (present.length === 0 && conflict === null) void save(kind)
    },
    resolve: (winner) => {
      if (conflict) setState({ base: stored, draft: mergePeople(conflict.versions, winner) })
    },
  }
}

function conflictOf(versions: Versions): UserConflict | null {
  const fields = overlapOf(versions)
  return fields.length > 0 ? { versions, fields } : null
}

function problemsOf(
  document: Parameters<typeof planPeople>[0],
  draft: Person,
  isNew: boolean,
): readonly PersonProblem[] {
  if (isNew && peopleOf(document).some(({ name }) => name === draft.name)) {
    return [{ field: fieldWords.name, message: `There is a user ${draft.name} already; choose another name.` }]
  }
  const { people, otherProblems } = planPeople(document, [draft])
  const others = otherProblems.map(({ path, message }) => ({ field: '', message: `${path}: ${message}` }))
  return [...people.flatMap(({ problems }) => problems), ...others]
}

/** Where one is after saving: on the list, or on the page of the person, whom a new one has only now. */
function useFinish() {
  const navigate = useNavigate()
  return async (kind: 'save' | 'saveAndClose', name: string, isNew: boolean): Promise<void> => {
    if (kind === 'saveAndClose') await navigate({ to: '/admin/users', ignoreBlocker: true })
    else if (isNew) await navigate({ to: '/admin/users/$name', params: { name }, replace: true, ignoreBlocker: true })
  }
}
