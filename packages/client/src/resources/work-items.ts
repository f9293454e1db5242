import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'
import { eachItem } from '../pages.ts'

type ListQuery = (typeof operations.listWorkItems.query)['_zod']['input']

/** Work items: lists, one item, what a representative or a supervisor does with it, and why it went where it went. */
export function workItemsResource(call: Caller['call']) {
  const list = (query: ListQuery = {}) => call(operations.listWorkItems, { query })
  return {
    list,
    each: (query: ListQuery = {}) => eachItem((cursor) => list({ ...query, cursor })),
    read: (id: string) => call(operations.getWorkItem, { params: { id } }),
    inbox: () => call(operations.getInbox, {}),
    markRead: (id: string, until: string) => call(operations.markWorkItemRead, { params: { id }, body: { until } }),
    accept: (id: string) => call(operations.acceptWorkItem, { params: { id } }),
    reject: (id: string) => call(operations.rejectWorkItem, { params: { id } }),
    pick: (id: string) => call(operations.pickWorkItem, { params: { id } }),
    end: (id: string) => call(operations.endWorkItem, { params: { id } }),
    close: (id: string) => call(operations.closeWorkItem, { params: { id } }),
    transferToQueue: (id: string, queue: string) =>
      call(operations.transferWorkItemToQueue, { params: { id }, body: { queue } }),
    transferToRepresentative: (id: string, representative: string) =>
      call(operations.transferWorkItemToRepresentative, { params: { id }, body: { representative } }),
    setSkills: (id: string, skills: Readonly<Record<string, number | null>>) =>
      call(operations.setWorkItemSkills, { params: { id }, body: { skills } }),
    setAttributes: (id: string, attributes: Readonly<Record<string, string | number | boolean | null>>) =>
      call(operations.setWorkItemAttributes, { params: { id }, body: { attributes } }),
    assign: (id: string, to: { representative: string } | { queue: string }) =>
      call(operations.assignWorkItem, { params: { id }, body: to }),
    release: (id: string) => call(operations.releaseWorkItem, { params: { id } }),
    remove: (id: string) => call(operations.removeWorkItem, { params: { id } }),
    forceClose: (id: string) => call(operations.forceCloseWorkItem, { params: { id } }),
    journal: (id: string) =>
      eachItem((cursor) => call(operations.listWorkItemJournal, { params: { id }, query: { cursor } })),
    diagnostics: (id: string) => call(operations.getWorkItemDiagnostics, { params: { id } }),
    explanation: (id: string, representative: string) =>
      call(operations.explainWorkItem, { params: { id }, query: { representative } }),
  }
}
