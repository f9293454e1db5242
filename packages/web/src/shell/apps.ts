import type { SessionView } from '@unified-routing/contract'
import { isRepresentative, may } from '../data/permissions.ts'

export type AppName = 'records' | 'workspace' | 'supervisor' | 'diagnostics' | 'admin'

/** An application of the switcher. */
export interface AppDescription {
  readonly name: AppName
  readonly title: string
  readonly text: string
  readonly path: '/tables' | '/workspace' | '/supervisor' | '/diagnostics' | '/admin'
  readonly isFor: (session: SessionView) => boolean
}

const recordsApp: AppDescription = {
  name: 'records',
  title: 'Cases & data',
  text: 'Cases, customers and other records',
  path: '/tables',
  isFor: (session) => may(session, 'seeOwnWork'),
}

const apps: readonly AppDescription[] = [
  recordsApp,
  {
    name: 'workspace',
    title: 'Workspace',
    text: 'Take and work on what is routed to you',
    path: '/workspace',
    isFor: isRepresentative,
  },
  {
    name: 'supervisor',
    title: 'Supervisor',
    text: 'Queues, people and work as they are, and how they went',
    path: '/supervisor',
    isFor: (session) => may(session, 'supervise'),
  },
  {
    name: 'diagnostics',
    title: 'Routing diagnostics',
    text: 'Where work went, and why',
    path: '/diagnostics',
    isFor: (session) => may(session, 'seeDiagnostics'),
  },
  {
    name: 'admin',
    title: 'Admin center',
    text: 'Routing, organization and configuration',
    path: '/admin',
    isFor: (session) => may(session, 'seeConfiguration'),
  },
]

export function appsFor(session: SessionView): readonly AppDescription[] {
  return apps.filter((app) => app.isFor(session))
}

/** The application a page belongs to, by its path. */
export function appOfPath(pathname: string): AppDescription {
  return apps.find((app) => pathname.startsWith(app.path)) ?? recordsApp
}

/** Where somebody begins: in the inbox, if they have one, else at the cases. */
export function homePath(session: SessionView): '/workspace' | '/tables' | '/admin' | '/account' {
  if (!may(session, 'seeOwnWork')) return may(session, 'seeConfiguration') ? '/admin' : '/account'
  return isRepresentative(session) && !may(session, 'editConfiguration') ? '/workspace' : '/tables'
}
