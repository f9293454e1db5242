import { changeAccount, listAccounts, signOutAccount } from './accounts.ts'
import { acknowledgeAlert, listAlerts } from './alerts.ts'
import { getAuditEntry, listAuditEntries } from './audit.ts'
import { answerAsBot } from './bots.ts'
import { bulkOperations, runInBulk } from './bulk.ts'
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
import {
  addParticipant,
  consult,
  endConsult,
  joinConversation,
  leaveConversation,
  linkConversation,
  monitorConversation,
} from './conversation-actions.ts'
import {
  getAttachment,
  getFileRules,
  getSurvey,
  getTranscript,
  listMessages,
  sendTyping,
  uploadAttachment,
} from './conversations.ts'
import { listCustomerHistory } from './customer-history.ts'
import { explainWorkItem, getWorkItemDiagnostics } from './diagnostics.ts'
import { getDocs, getHealth, getMetrics, getOpenApi, getReadiness } from './documents.ts'
import {
  disableUnifiedRouting,
  enableUnifiedRouting,
  getConsent,
  getUnifiedRouting,
  giveConsent,
  revokeConsent,
} from './enabling.ts'
import { getQueueFigures, getReport, getRepresentativeFigures, listMetrics } from './figures.ts'
import { getInbox, markWorkItemRead } from './inbox.ts'
import { acceptInvitation, createInvitation, listInvitations, readInvitation, revokeInvitation } from './invitations.ts'
import { listChannels, setChannel, setLicence } from './licences.ts'
import { live } from './live.ts'
import { getOrganization } from './organization.ts'
import { changeOwnPassword, endOwnSession, listOwnSessions, signOutEverywhere } from './own-account.ts'
import { getQueue, listQueues, listWaitingWorkItems } from './queues.ts'
import { getRepresentative, listRepresentatives, setRepresentativePassword } from './representatives.ts'
import { getRow, getTable, listRows, listTables } from './rows.ts'
import { getRuleUsage } from './rule-usage.ts'
import { createApiKey, deleteApiKey, getSession, listApiKeys, signIn, signOut } from './session.ts'
import { checkHealth, getSetUp, getTodaysFlow } from './set-up.ts'
import { deleteSetting, getSetting, listSettings, saveSetting } from './settings.ts'
import { getSignInSettings, listLockOuts, replaceSignInSettings, unlock } from './sign-in.ts'
import { finishSingleSignOn, getSignInOptions, startSingleSignOn } from './single-sign-on.ts'
import { getWorkItem, listWorkItemJournal, listWorkItems } from './work-items.ts'

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
  getRuleUsage,
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
  getRow,
  ...bulkOperations,
  runInBulk,
  answerAsBot,
  listMessages,
  sendTyping,
  uploadAttachment,
  getAttachment,
  getFileRules,
  getSurvey,
  getTranscript,
  getInbox,
  consult,
  endConsult,
  addParticipant,
  leaveConversation,
  monitorConversation,
  joinConversation,
  linkConversation,
  listWorkItems,
  getWorkItem,
  markWorkItemRead,
  listWorkItemJournal,
  getWorkItemDiagnostics,
  explainWorkItem,
  listRepresentatives,
  getRepresentative,
  setRepresentativePassword,
  listQueues,
  getQueue,
  listWaitingWorkItems,
  listAlerts,
  acknowledgeAlert,
  listMetrics,
  getQueueFigures,
  getRepresentativeFigures,
  getReport,
  live,
  getOpenApi,
  getDocs,
  getHealth,
  getMetrics,
  getReadiness,
} as const

export type Operations = typeof operations
export type OperationId = keyof Operations
