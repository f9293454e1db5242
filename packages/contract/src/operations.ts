import { changeAccount, listAccounts, signOutAccount } from './accounts.ts'
import { getAuditEntry, listAuditEntries } from './audit.ts'
import { createBusinessUnit, deleteBusinessUnit, listBusinessUnits, moveBusinessUnit } from './business-units.ts'
import { getConfiguration, replaceConfiguration, validateConfiguration } from './configuration.ts'
import { changeConfiguration, findDependents } from './configuration-changes.ts'
import {
  getConfigurationDifference,
  getConfigurationVersion,
  listConfigurationVersions,
  restoreConfigurationVersion,
  undoConfigurationVersion,
} from './configuration-versions.ts'
import { endConversation, listMessages, sendMessage, startConversation } from './conversations.ts'
import { listCustomerHistory } from './customer-history.ts'
import { explainWorkItem, getWorkItemDiagnostics } from './diagnostics.ts'
import { getDocs, getHealth, getOpenApi, getReadiness } from './documents.ts'
import {
  disableUnifiedRouting,
  enableUnifiedRouting,
  getConsent,
  getUnifiedRouting,
  giveConsent,
  revokeConsent,
} from './enabling.ts'
import { getInbox, markWorkItemRead } from './inbox.ts'
import { acceptInvitation, createInvitation, listInvitations, readInvitation, revokeInvitation } from './invitations.ts'
import { listChannels, setChannel, setLicence } from './licences.ts'
import { live } from './live.ts'
import { getOrganization } from './organization.ts'
import { changeOwnPassword, endOwnSession, listOwnSessions, signOutEverywhere } from './own-account.ts'
import { getQueue, listQueues, listWaitingWorkItems } from './queues.ts'
import {
  getRepresentative,
  listRepresentatives,
  resetPresence,
  setPresence,
  setRepresentativePassword,
  signInRepresentative,
  signOutRepresentative,
} from './representatives.ts'
import {
  completeRow,
  createRow,
  deleteRow,
  getRow,
  getTable,
  listRows,
  listTables,
  saveAndRoute,
  updateRow,
} from './rows.ts'
import { createApiKey, deleteApiKey, getSession, listApiKeys, signIn, signOut } from './session.ts'
import { checkHealth, getSetUp, getTodaysFlow } from './set-up.ts'
import { deleteSetting, getSetting, listSettings, saveSetting } from './settings.ts'
import { getSignInSettings, listLockOuts, replaceSignInSettings, unlock } from './sign-in.ts'
import { finishSingleSignOn, getSignInOptions, startSingleSignOn } from './single-sign-on.ts'
import {
  acceptWorkItem,
  assignWorkItem,
  closeWorkItem,
  endWorkItem,
  forceCloseWorkItem,
  getWorkItem,
  listWorkItemJournal,
  listWorkItems,
  pickWorkItem,
  rejectWorkItem,
  releaseWorkItem,
  removeWorkItem,
  transferWorkItemToQueue,
  transferWorkItemToRepresentative,
} from './work-items.ts'

/** Every operation of the API by its id. The server registers exactly these, the client calls them, the document lists them. */
export const operations = {
  signIn,
  signOut,
  getSignInOptions,
  startSingleSignOn,
  finishSingleSignOn,
  getSession,
  listOwnSessions,
  endOwnSession,
  signOutEverywhere,
  changeOwnPassword,
  listAccounts,
  changeAccount,
  signOutAccount,
  listBusinessUnits,
  createBusinessUnit,
  moveBusinessUnit,
  deleteBusinessUnit,
  getSignInSettings,
  replaceSignInSettings,
  listLockOuts,
  unlock,
  listApiKeys,
  createApiKey,
  deleteApiKey,
  listInvitations,
  createInvitation,
  revokeInvitation,
  readInvitation,
  acceptInvitation,
  getOrganization,
  getUnifiedRouting,
  enableUnifiedRouting,
  disableUnifiedRouting,
  getConsent,
  giveConsent,
  revokeConsent,
  listChannels,
  setChannel,
  setLicence,
  getSetUp,
  checkHealth,
  getTodaysFlow,
  getConfiguration,
  replaceConfiguration,
  validateConfiguration,
  changeConfiguration,
  findDependents,
  listConfigurationVersions,
  getConfigurationVersion,
  getConfigurationDifference,
  restoreConfigurationVersion,
  undoConfigurationVersion,
  listSettings,
  getSetting,
  saveSetting,
  deleteSetting,
  listAuditEntries,
  getAuditEntry,
  listTables,
  getTable,
  listRows,
  listCustomerHistory,
  createRow,
  getRow,
  updateRow,
  deleteRow,
  saveAndRoute,
  completeRow,
  startConversation,
  listMessages,
  sendMessage,
  endConversation,
  getInbox,
  listWorkItems,
  getWorkItem,
  markWorkItemRead,
  acceptWorkItem,
  rejectWorkItem,
  pickWorkItem,
  endWorkItem,
  closeWorkItem,
  transferWorkItemToQueue,
  transferWorkItemToRepresentative,
  assignWorkItem,
  releaseWorkItem,
  removeWorkItem,
  forceCloseWorkItem,
  listWorkItemJournal,
  getWorkItemDiagnostics,
  explainWorkItem,
  listRepresentatives,
  getRepresentative,
  setPresence,
  resetPresence,
  signInRepresentative,
  signOutRepresentative,
  setRepresentativePassword,
  listQueues,
  getQueue,
  listWaitingWorkItems,
  live,
  getOpenApi,
  getDocs,
  getHealth,
  getReadiness,
} as const

export type Operations = typeof operations
export type OperationId = keyof Operations
