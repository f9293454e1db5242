import { getRouteApi } from '@tanstack/react-router'
import { ColumnChooser } from '../frame/column-chooser.tsx'
import type { NounColumn } from '../frame/noun.ts'
import type { UserRow } from './user-list.ts'

const route = getRouteApi('/app/admin/users')

/** Which columns the list shows; the address keeps what differs from the usual ones. */
export function UserListColumns({ columns }: { readonly columns: readonly NounColumn<UserRow>[] }) {
  const { columns: toggled = [] } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ColumnChooser
      columns={columns}
      toggled={toggled}
      onToggle={(keys) =>
        void navigate({
          replace: true,
          search: ({ columns: _, ...rest }) => (keys.length === 0 ? rest : { ...rest, columns: keys }),
        })
      }
    />
  )
}
