import { Toolbar, ToolbarButton } from '@fluentui/react-components'
import { DeleteRegular, EditRegular, PersonAddRegular } from '@fluentui/react-icons'
import type { Configuration, Representative } from '@unified-routing/routing'
import { useMemo, useState } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { type GridColumn, RowGrid } from '../../ui/row-grid.tsx'
import { Section } from '../../ui/section.tsx'
import { countOf } from '../../ui/words.ts'
import { useFormState } from '../frame/form-context.ts'
import { useSave } from '../frame/use-save.ts'
import { HoldersDialog } from './holders-dialog.tsx'

/** Something that representatives hold, each perhaps with a number of their own: a profile, a skill. */
export interface Holding {
  readonly title: string
  readonly lead: string
  /** What the number is: "Custom limit". */
  readonly valueLabel: string
  readonly valueHint: string
  /** What a holder has, in words; null: they do not hold it. */
  readonly heldBy: (representative: Representative) => string | null
  readonly given: (representative: Representative, value: number | null) => Representative
  readonly taken: (representative: Representative) => Representative
  /** Absent: everybody may hold it. */
  readonly mayHold?: (representative: Representative) => boolean
}

export interface HoldersProps {
  readonly configuration: Configuration
  readonly holding: Holding
}

/** Who holds something, and the commands to give it, to change it and to take it away. Each takes effect at once. */
export function Holders({ configuration: { representatives = [] }, holding }: HoldersProps) {
  const { isReadOnly } = useFormState()
  const { version } = useConfiguration()
  const { save, isSaving, failure } = useSave()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<'add' | 'change' | null>(null)
  const holders = useMemo(
    () => representatives.filter((one) => holding.heldBy(one) !== null),
    [representatives, holding],
  )
  const columns = useMemo(() => columnsOf(holding), [holding])
  const chosen = holders.filter(({ name }) => selected.has(name))
  const store = async (rows: readonly Representative[], title: string) => {
    const changes = rows.map((row) => ({ list: 'representatives', name: row.name, row }) as const)
    if (await save({ basedOn: version, changes, title })) {
      setSelected(new Set())
      setOpen(null)
    }
  }
  const people = (count: number) => countOf(count, 'representative')
  return (
    <Section title={`${holding.title} (${holders.length})`} lead={holding.lead}>
      {failure && open === null ? <ProblemBar title="Not saved" text={textOf(failure)} /> : null}
      {isReadOnly ? null : (
        <Toolbar aria-label={`Commands for ${holding.title.toLowerCase()}`}>
          <ToolbarButton icon={<PersonAddRegular />} onClick={() => setOpen('add')}>
            Add
          </ToolbarButton>
          <ToolbarButton
            icon={<EditRegular />}
            disabledFocusable={chosen.length === 0}
            onClick={() => setOpen('change')}
          >
            Set {holding.valueLabel.toLowerCase()}
          </ToolbarButton>
          <ToolbarButton
            icon={<DeleteRegular />}
            disabledFocusable={chosen.length === 0 || isSaving}
            onClick={() => void store(chosen.map(holding.taken), `Taken from ${people(chosen.length)}`)}
          >
            Remove
          </ToolbarButton>
        </Toolbar>
      )}
      {holders.length > 0 ? (
        <RowGrid
          label={holding.title}
          columns={columns}
          rows={holders}
          rowKey={({ name }) => name}
          rowName={({ name, fullName }) => fullName ?? name}
          {...(isReadOnly ? {} : { selection: { selected, onChange: setSelected } })}
        />
      ) : null}
      {open === null ? null : (
        <HoldersDialog
          title={
            open === 'add' ? `Add ${holding.title.toLowerCase()}` : `${holding.valueLabel} of ${people(chosen.length)}`
          }
          holding={holding}
          candidates={open === 'add' ? representatives.filter((one) => mayBeGiven(one, holding)) : null}
          failure={failure ? textOf(failure) : null}
          isBusy={isSaving}
          onGive={(names, value) => {
            const to = open === 'add' ? representatives.filter(({ name }) => names.includes(name)) : chosen
            void store(
              to.map((one) => holding.given(one, value)),
              `Given to ${people(to.length)}`,
            )
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function mayBeGiven(representative: Representative, { heldBy, mayHold }: Holding): boolean {
  return heldBy(representative) === null && (mayHold?.(representative) ?? true)
}

function columnsOf({ valueLabel, heldBy }: Holding): readonly GridColumn<Representative>[] {
  return [
    {
      key: 'name',
      header: 'Representative',
      render: ({ name, fullName }) => (
        <RouterLink to="/admin/$noun/$name" params={{ noun: 'users', name }} tabIndex={-1}>
          {fullName ?? name}
        </RouterLink>
      ),
    },
    { key: 'value', header: valueLabel, render: (one) => heldBy(one) ?? '' },
  ]
}

function textOf({
  text,
  problems,
}: {
  readonly text: string
  readonly problems: readonly { readonly message: string }[]
}) {
  return [text, ...problems.map(({ message }) => `${message}.`)].join(' ')
}
