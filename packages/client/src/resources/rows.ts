import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'
import { eachItem } from '../pages.ts'

type ListQuery = (typeof operations.listRows.query)['_zod']['input']
type NewRow = (typeof operations.createRow.body)['_zod']['input']
type Values = NewRow['values']

/** Rows of any table: cases, contacts, leads. */
export function rowsResource(call: Caller['call']) {
  const list = (table: string, query: ListQuery = {}) => call(operations.listRows, { params: { table }, query })
  return {
    list,
    each: (table: string, query: ListQuery = {}) => eachItem((cursor) => list(table, { ...query, cursor })),
    read: (table: string, id: string) => call(operations.getRow, { params: { table, id } }),
    create: (table: string, row: NewRow) => call(operations.createRow, { params: { table }, body: row }),
    update: (table: string, id: string, change: { values: Values; businessUnit?: string; ifVersion?: number }) => {
      const { ifVersion: _version, ...body } = change
      return call(operations.updateRow, { params: { table, id }, body, ...ifVersion(change) })
    },
    delete: (table: string, id: string) => call(operations.deleteRow, { params: { table, id } }),
    /** Save & Route: the values, if any, are saved first. */
    route: (table: string, id: string, change: { values?: Values; ifVersion?: number } = {}) =>
      call(operations.saveAndRoute, {
        params: { table, id },
        body: change.values === undefined ? {} : { values: change.values },
        ...ifVersion(change),
      }),
    complete: (table: string, id: string) => call(operations.completeRow, { params: { table, id } }),
  }
}

function ifVersion(change: { ifVersion?: number }): { ifVersion?: number } {
  return change.ifVersion === undefined ? {} : { ifVersion: change.ifVersion }
}
