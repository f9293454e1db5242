import { Text, Toolbar, ToolbarButton } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { RouterLink } from '../../ui/router-links.tsx'
import { countOf } from '../../ui/words.ts'
import { ColumnChooser } from './column-chooser.tsx'
import styles from './list-commands.module.css'
import type { Listing } from './listed-rows.ts'
import { NewButton } from './new-button.tsx'
import type { BulkCommand, ListWords } from './noun.ts'

const route = getRouteApi('/app/admin/$noun')

export interface ListCommandsProps<Row> {
  readonly noun: ListWords<Row>
  readonly listing: Listing<Row>
  readonly bulk: readonly BulkCommand<Row>[]
  /** The selected rows. */
  readonly rows: readonly Row[]
  readonly onDone: () => void
}

/** New, what can be done with the selected rows, and the choice of columns. */
export function ListCommands<Row>({ noun, listing, bulk, rows, onDone }: ListCommandsProps<Row>) {
  const mayEdit = may(useSession(), noun.editableBy ?? 'editConfiguration')
  const { columns: toggled = [] } = route.useSearch()
  const navigate = route.useNavigate()
  const [open, setOpen] = useState<BulkCommand<Row> | null>(null)
  const commands = mayEdit ? bulk : []
  const handleClose = (isDone: boolean) => {
    setOpen(null)
    if (isDone) onDone()
  }
  return (
    <>
      <NewButton noun={noun} />
      <Toolbar aria-label="Commands for selected rows">
        {commands.map((command) => (
          <ToolbarButton
            key={command.key}
            icon={command.icon}
            disabledFocusable={rows.length === 0}
            onClick={() => setOpen(command)}
          >
            {command.label}
          </ToolbarButton>
        ))}
      </Toolbar>
      <Text size={200} className={styles.hint} aria-live="polite">
        {mayEdit
          ? rows.length === 0
            ? 'Select rows to use the commands.'
            : `${countOf(rows.length, 'row')} selected`
          : ''}
      </Text>
      <ColumnChooser
        columns={listing.columns}
        toggled={toggled}
        onToggle={(columns) =>
          void navigate({
            replace: true,
            search: ({ columns: _, ...rest }) => (columns.length === 0 ? rest : { ...rest, columns }),
          })
        }
      />
      {noun.related?.map(({ path, title }) => (
        <RouterLink key={path} to="/admin/$noun" params={{ noun: path }}>
          {title}
        </RouterLink>
      ))}
      {open ? <open.Dialog rows={rows} onClose={handleClose} /> : null}
    </>
  )
}
