import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { BookmarkRegular } from '@fluentui/react-icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { settingKinds } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { useNotify } from '../ui/notices.tsx'
import { savedViewsQuery } from './saved-view-queries.ts'

type PageName = 'queues' | 'representatives' | 'work'

/** Filters and order of a page, kept under a name: the address is all there is to a view. */
export function SavedViews({ page }: { readonly page: PageName }) {
  const { data: all } = useSuspenseQuery(savedViewsQuery)
  const [isNaming, setNaming] = useState(false)
  const router = useRouter()
  const { search, keep, remove } = useViews(page)
  const views = all.filter(({ value }) => value.page === page)
  const current = views.find(({ value }) => value.search === search)
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<BookmarkRegular />}>
            {current === undefined ? 'Views' : `View: ${current.value.title}`}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {views.map(({ name, value }) => (
              <MenuItem key={name} onClick={() => void router.navigate({ href: `/supervisor/${page}${value.search}` })}>
                {value.title}
              </MenuItem>
            ))}
            {views.length > 0 ? <MenuDivider /> : null}
            <MenuItem onClick={() => setNaming(true)}>Save this view</MenuItem>
            {current === undefined ? null : (
              <MenuItem onClick={() => remove(current)}>{`Delete ${current.value.title}`}</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isNaming ? <NameDialog onSave={keep} onClose={() => setNaming(false)} /> : null}
    </>
  )
}

function useViews(page: PageName) {
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  const queryClient = useQueryClient()
  const notify = useNotify()
  const { mutate } = useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSuccess: () => queryClient.invalidateQueries(savedViewsQuery),
    onError: (error) => notify({ title: 'Not saved', text: failureText(error), intent: 'error' }),
  })
  const views = api.settings(settingKinds.supervisorView)
  return {
    search,
    keep: (title: string) => mutate(() => views.save(crypto.randomUUID(), { value: { title, page, search } })),
    remove: ({ name, version }: { readonly name: string; readonly version: number }) =>
      mutate(() => views.delete(name, version)),
  }
}

const NAME_LENGTH_MAX = 100

function NameDialog({ onSave, onClose }: { readonly onSave: (title: string) => void; readonly onClose: () => void }) {
  const [title, setTitle] = useState('')
  const handleSave = () => {
    onSave(title.trim())
    onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Save this view</DialogTitle>
          <DialogContent>
            <Field label="Name" hint="Everybody who supervises can choose it.">
              <Input value={title} maxLength={NAME_LENGTH_MAX} onChange={(_, { value }) => setTitle(value)} />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabledFocusable={title.trim() === ''} onClick={handleSave}>
              {title.trim() === '' ? 'Write a name' : 'Save'}
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
