import {
  KeyRegular,
  LockClosedKeyRegular,
  OrganizationRegular,
  PeopleLockRegular,
  PersonAccountsRegular,
} from '@fluentui/react-icons'
import { may } from '../../data/permissions.ts'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** Who may do what. */
export const securityPages: readonly SiteMapPage[] = [
  { title: 'Roles', icon: <PeopleLockRegular />, link: { to: '/admin/security/roles' } },
  {
    title: 'Accounts',
    icon: <PersonAccountsRegular />,
    link: { to: '/admin/security/accounts' },
    isFor: (session) => may(session, 'manageAccounts'),
  },
  {
    title: 'Business units',
    icon: <OrganizationRegular />,
    link: { to: '/admin/security/business-units' },
    isFor: (session) => may(session, 'manageAccounts'),
  },
  {
    title: 'API keys',
    icon: <KeyRegular />,
    link: { to: '/admin/security/api-keys' },
    isFor: (session) => may(session, 'manageAccounts'),
  },
  {
    title: 'Sign-in',
    icon: <LockClosedKeyRegular />,
    link: { to: '/admin/security/sign-in' },
    isFor: (session) => may(session, 'editAuthentication'),
  },
]
