import { AppError, settingKinds } from '@unified-routing/contract'
import { dispositionsOf, type WorkItem } from '@unified-routing/routing'
import type { Services } from './services.ts'

/** The codes that conversations of a workstream may end with. */
export async function codesOf(workstream: string, { settings }: Pick<Services, 'settings'>): Promise<string[]> {
  const known = await settings.list(settingKinds.disposition)
  return known.filter(({ value }) => isFor(value, workstream)).map(({ value }) => value.title)
}

/** Fails as `refused` for a conversation that is not closed before a code is chosen, and has none. */
export async function requireDisposition(item: WorkItem, services: Pick<Services, 'settings'>): Promise<void> {
  if (item.state !== 'Wrap-up' || dispositionsOf(item).length > 0) return
  const required = await services.settings.list(settingKinds.requiredDisposition)
  if (!required.some(({ value }) => isFor(value, item.workstream))) return
  if ((await codesOf(item.workstream, services)).length === 0) return
  throw new AppError('refused', `Choose how conversation ${item.id} turned out; ${item.workstream} asks for a code.`, {
    reason: 'dispositionRequired',
  })
}

function isFor({ workstreams }: { readonly workstreams: readonly string[] }, workstream: string): boolean {
  return workstreams.length === 0 || workstreams.includes(workstream)
}
