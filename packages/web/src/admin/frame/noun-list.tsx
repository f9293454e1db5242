import { DeleteRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { ListView } from './list-view.tsx'
import type { Listing } from './listed-rows.ts'
import type { BulkCommand, ListedNoun } from './noun.ts'

/** The list page of a noun of the configuration. */
export function NounList<Row>({ noun }: { readonly noun: ListedNoun<Row> }) {
  const bulk = useMemo(() => [...(noun.bulk ?? []), deleteCommand(noun)], [noun])
  return <ListView noun={noun} listing={useListing(noun)} bulk={bulk} />
}

function useListing<Row>(noun: ListedNoun<Row>): Listing<Row> {
  const { document: configuration } = useConfiguration()
  return useMemo(
    () => ({
      rows: noun.rowsOf(configuration),
      columns: noun.columns(configuration),
      filters: noun.filters?.(configuration) ?? [],
      titleOf: (row) => noun.titleOf?.(row, configuration) ?? noun.keyOf(row),
    }),
    [noun, configuration],
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
