import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
} from '@fluentui/react-components'
import { ArrowSortRegular, FilterFilled, FilterRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { channelTexts } from '../data/work-item-status.ts'
import type { WorkspaceSearch } from '../search-params.ts'
import styles from './inbox.module.css'
import { sortText } from './inbox-search.ts'
import { inboxSortKeys, sortKeysOf, sortTitles } from './inbox-views.ts'
import type { InboxAsked } from './use-inbox.ts'

const route = getRouteApi('/app/workspace')
const EVERYTHING = 'everything'

export interface InboxToolsProps {
  readonly asked: InboxAsked
  readonly channels: readonly WorkItemView['channel'][]
}

/** Looks for a text, narrows down and sorts the view that is shown. All of it is in the address. */
export function InboxTools({ asked, channels }: InboxToolsProps) {
  const navigate = route.useNavigate()
  const handleChange = (change: Partial<WorkspaceSearch>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true })
  return (
    <div className={styles.tools}>
      <SearchBox
        className={styles.search}
        size="small"
        placeholder="Find in this list"
        aria-label="Find in this list"
        value={asked.filter.text ?? ''}
        onChange={(_, { value }) => handleChange({ q: value === '' ? undefined : value })}
      />
      <FilterMenu asked={asked} channels={channels} onChange={handleChange} />
      <SortMenu asked={asked} onChange={handleChange} />
    </div>
  )
}

interface MenuProps {
  readonly asked: InboxAsked
  readonly onChange: (change: Partial<WorkspaceSearch>) => void
}

function FilterMenu({ asked, channels, onChange }: MenuProps & Pick<InboxToolsProps, 'channels'>) {
  const { view, filter } = asked
  const isOn = filter.reading !== undefined || filter.channel !== undefined
  const handleChecked = (name: string, value: string) => {
    if (name === 'show') onChange({ show: value === 'unread' || value === 'read' ? value : undefined })
    else onChange({ channel: channels.find((one) => one === value) })
  }
  return (
    <Menu
      checkedValues={{ show: [filter.reading ?? EVERYTHING], channel: [filter.channel ?? EVERYTHING] }}
      onCheckedValueChange={(_, { name, checkedItems }) => handleChecked(name, checkedItems.at(-1) ?? EVERYTHING)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          appearance="subtle"
          menuIcon={null}
          icon={isOn ? <FilterFilled /> : <FilterRegular />}
          aria-label={isOn ? 'Filter, set' : 'Filter'}
          title="Filter"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {view === 'my' ? (
            <MenuGroup>
              <MenuGroupHeader>Show</MenuGroupHeader>
              <MenuItemRadio name="show" value={EVERYTHING}>
                All
              </MenuItemRadio>
              <MenuItemRadio name="show" value="unread">
                Unread
              </MenuItemRadio>
              <MenuItemRadio name="show" value="read">
                Read
              </MenuItemRadio>
            </MenuGroup>
          ) : null}
          <MenuGroup>
            <MenuGroupHeader>Channel</MenuGroupHeader>
            <MenuItemRadio name="channel" value={EVERYTHING}>
              All channels
            </MenuItemRadio>
            {channels.map((channel) => (
              <MenuItemRadio key={channel} name="channel" value={channel}>
                {channelTexts[channel]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function SortMenu({ asked: { view, sort }, onChange }: MenuProps) {
  const handleChecked = (name: string, value: string) => {
    const key = inboxSortKeys.find((one) => one === value) ?? sort.key
    const isDescending = name === 'order' ? value === 'descending' : sort.isDescending
    onChange({ sort: sortText(view, { key, isDescending }) })
  }
  return (
    <Menu
      checkedValues={{ key: [sort.key], order: [sort.isDescending ? 'descending' : 'ascending'] }}
      onCheckedValueChange={(_, { name, checkedItems }) => handleChecked(name, checkedItems.at(-1) ?? '')}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          appearance="subtle"
          menuIcon={null}
          icon={<ArrowSortRegular />}
          aria-label={`Sort, by ${sortTitles[sort.key]}`}
          title="Sort"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sortKeysOf(view).map((key) => (
            <MenuItemRadio key={key} name="key" value={key}>
              {sortTitles[key]}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItemRadio name="order" value="ascending">
            Oldest or A on top
          </MenuItemRadio>
          <MenuItemRadio name="order" value="descending">
            Latest or Z on top
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
