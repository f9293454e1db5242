import { Field, Text, Toolbar, ToolbarButton } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { Queue } from '@unified-routing/routing'
import { useMemo, useState } from 'react'
import { useController } from 'react-hook-form'
import { representativesQuery } from '../../data/queries.ts'
import { announce } from '../../ui/announcer.tsx'
import { RowGrid } from '../../ui/row-grid.tsx'
import { Section } from '../../ui/section.tsx'
import { countOf } from '../../ui/words.ts'
import { EditableBy } from '../frame/editable-by.tsx'
import { ReferencePicker } from '../frame/fields/reference-picker.tsx'
import { useFormState } from '../frame/form-context.ts'
import type { NounFieldsProps } from '../frame/noun.ts'
import { representativeChoices } from '../nouns/choices.ts'
import { isDefaultQueue } from './is-default-queue.ts'
import { type Member, memberColumns } from './member-columns.tsx'
import { MemberGroups } from './member-groups.tsx'
import { movedTogether } from './moved-together.ts'
import type { QueueValues } from './queue-values.ts'

const RENEW_MS = 5_000

type Props = NounFieldsProps<Queue, QueueValues>

/** Who works in the queue: directly, in joining order, and through groups. */
export function Members(props: Props) {
  const { row, configuration } = props
  if (row !== null && isDefaultQueue(row)) {
    return (
      <Section title="Members">
        <Text>Every representative is a member of a default queue, by their role.</Text>
      </Section>
    )
  }
  return (
    <>
      <EditableBy capability="editRepresentatives">
        <DirectMembers {...props} />
      </EditableBy>
      {row === null ? null : <MemberGroups queue={row.name} configuration={configuration} />}
    </>
  )
}

function DirectMembers({ form: { control }, configuration }: Props) {
  const { field } = useController({ control, name: 'members' })
  const names = field.value
  const { isReadOnly } = useFormState()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const members = useMembers(names)
  const choices = useMemo(() => {
    const there = new Set(names)
    return representativeChoices(configuration).filter(({ name }) => !there.has(name))
  }, [configuration, names])
  const change = (next: readonly string[], said: string) => {
    field.onChange(next)
    announce(said)
  }
  return (
    <Section
      title={`Members (${names.length})`}
      lead="In joining order: round robin begins with it. Presence and load are those of this moment."
    >
      <div data-field="members">
        <Field label="Add a representative">
          <ReferencePicker
            choices={choices}
            chosen=""
            disabled={isReadOnly}
            placeholder="Add by name"
            onBlur={field.onBlur}
            onPick={(name) => {
              if (name !== '') change([...names, name], `${name} is added`)
            }}
          />
        </Field>
      </div>
      {isReadOnly ? null : <MemberCommands names={names} selected={selected} onChange={change} />}
      {members.length > 0 ? (
        <RowGrid
          label="Members in joining order"
          columns={memberColumns}
          rows={members}
          rowKey={({ name }) => name}
          rowName={({ fullName }) => fullName}
          {...(isReadOnly ? {} : { selection: { selected, onChange: setSelected } })}
        />
      ) : (
        <Text>Nobody is a member directly. A conversation that reaches a queue without members is closed.</Text>
      )}
    </Section>
  )
}

interface MemberCommandsProps {
  readonly names: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onChange: (names: readonly string[], said: string) => void
}

function MemberCommands({ names, selected, onChange }: MemberCommandsProps) {
  const chosen = names.filter((name) => selected.has(name))
  const disabledFocusable = chosen.length === 0
  const who = countOf(chosen.length, 'member')
  return (
    <Toolbar aria-label="Commands for selected members">
      <ToolbarButton
        icon={<ArrowUpRegular />}
        disabledFocusable={disabledFocusable}
        onClick={() => onChange(movedTogether(names, selected, -1), `${who} moved up`)}
      >
        Move up
      </ToolbarButton>
      <ToolbarButton
        icon={<ArrowDownRegular />}
        disabledFocusable={disabledFocusable}
        onClick={() => onChange(movedTogether(names, selected, 1), `${who} moved down`)}
      >
        Move down
      </ToolbarButton>
      <ToolbarButton
        icon={<DeleteRegular />}
        disabledFocusable={disabledFocusable}
        onClick={() =>
          onChange(
            names.filter((name) => !selected.has(name)),
            `${who} removed`,
          )
        }
      >
        Remove
      </ToolbarButton>
    </Toolbar>
  )
}

function useMembers(names: readonly string[]): readonly Member[] {
  const { data } = useQuery({ ...representativesQuery, refetchInterval: RENEW_MS })
  return useMemo(() => {
    const known = new Map(data?.map((one) => [one.name, one]))
    return names.map((name, index) => ({
      name,
      position: index + 1,
      fullName: known.get(name)?.fullName ?? name,
      now: known.get(name) ?? null,
    }))
  }, [data, names])
}
