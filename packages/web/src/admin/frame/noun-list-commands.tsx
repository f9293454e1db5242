import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  Toolbar,
  ToolbarButton,
} from '@fluentui/react-components'
import { DeleteRegular, TableSettingsRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { RouterLink } from '../../ui/router-links.tsx'
import { countOf } from '../../ui/words.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { isShown, type Listing } from './listed-rows.ts'
import { NewButton } from './new-button.tsx'
import type { BulkCommand, ListedNoun } from './noun.ts'
import styles from './noun-list-commands.module.css'

const route = getRouteApi('/app/admin/$noun')

export interface NounListCommandsProps<Row> {
  readonly noun: ListedNoun<Row>
  readonly listing: Listing<Row>
  /** The selected rows. */
  readonly rows: readonly Row[]
  readonly onDone: () => void
}

/** New, what can be done with the selected rows, and the choice of columns. */
export function NounListCommands<Row>({ noun, listing, rows, onDone }: NounListCommandsProps<Row>) {
  const mayEdit = may(useSession(), noun.editableBy ?? 'editConfiguration')
  const [open, setOpen] = useState<BulkCommand<Row> | null>(null)
  const commands = mayEdit ? [...(noun.bulk ?? []), deleteCommand(noun)] : []
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
      <Columns listing={listing} />
      {noun.related?.map(({ path, title }) => (
        <RouterLink key={path} to="/admin/$noun" params={{ noun: path }}>
          {title}
        </RouterLink>
      ))}
      {open ? <open.Dialog rows={rows} onClose={handleClose} /> : null}
    </>
  )
}

function deleteCommand<Row>(noun: ListedNoun<Row>): BulkCommand<Row> {
  return {
    key: 'delete',
    label: 'Delete',
    icon: <DeleteRegular />,
    Dialog: (props) => <DeleteDialog noun={noun} {...props} />,
  }
}

function Columns<Row>({ listing }: { readonly listing: Listing<Row> }) {
  const { columns: toggled = [] } = route.useSearch()
  const navigate = route.useNavigate()
  const choosable = listing.columns.slice(1)
  if (choosable.length < 2) return null
  return (
    <Menu
      checkedValues={{ columns: choosable.filter((column) => isShown(column, toggled)).map(({ key }) => key) }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const differing = choosable.filter(({ key, isExtra }) => checkedItems.includes(key) === (isExtra === true))
        const columns = differing.map(({ key }) => key)
        void navigate({
          replace: true,
          search: ({ columns: _before, ...rest }) => (columns.length === 0 ? rest : { ...rest, columns }),
        })
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<TableSettingsRegular />}>
          Columns
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choosable.map(({ key, header }) => (
            <MenuItemCheckbox key={key} name="columns" value={key}>
              {header}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
