import { type OperationId, operations } from '@unified-routing/contract'
import { type BoundOperation, bindOperation } from './bind-operation.ts'
import { bulkHandlers } from './bulk/bulk-handlers.ts'
import { acceptInvitation } from './operations/accept-invitation.ts'
import { acknowledgeAlert } from './operations/acknowledge-alert.ts'
import { addParticipant } from './operations/add-participant.ts'
import { answerAsBot } from './operations/answer-as-bot.ts'
import { changeAccount } from './operations/change-account.ts'
import { changeConfiguration } from './operations/change-configuration.ts'
import { changeOwnPassword } from './operations/change-own-password.ts'
import { checkHealth } from './operations/check-health.ts'
import { consult } from './operations/consult.ts'
import { createApiKey } from './operations/create-api-key.ts'
import { createBusinessUnit } from './operations/create-business-unit.ts'
import { createInvitation } from './operations/create-invitation.ts'
import { deleteApiKey } from './operations/delete-api-key.ts'
import { deleteBusinessUnit } from './operations/delete-business-unit.ts'
import { deleteSetting } from './operations/delete-setting.ts'
import { disableUnifiedRouting } from './operations/disable-unified-routing.ts'
import { enableUnifiedRouting } from './operations/enable-unified-routing.ts'
import { endConsult } from './operations/end-consult.ts'
import { endOwnSession } from './operations/end-own-session.ts'
import { explainWorkItem } from './operations/explain-work-item.ts'
import { findDependents } from './operations/find-dependents.ts'
import { finishSingleSignOn } from './operations/finish-single-sign-on.ts'
import { getAttachment } from './operations/get-attachment.ts'
import { getAuditEntry } from './operations/get-audit-entry.ts'
import { getConfiguration } from './operations/get-configuration.ts'
import { getConfigurationDifference } from './operations/get-configuration-difference.ts'
import { getConfigurationVersion } from './operations/get-configuration-version.ts'
import { getConsent } from './operations/get-consent.ts'
import { getDocs } from './operations/get-docs.ts'
import { getFileRules } from './operations/get-file-rules.ts'
import { getHealth } from './operations/get-health.ts'
import { getInbox } from './operations/get-inbox.ts'
import { getMetrics } from './operations/get-metrics.ts'
import { getOpenApi } from './operations/get-open-api.ts'
import { getOrganization } from './operations/get-organization.ts'
import { getQueue } from './operations/get-queue.ts'
import { getQueueFigures } from './operations/get-queue-figures.ts'
import { getReadiness } from './operations/get-readiness.ts'
import { getReport } from './operations/get-report.ts'
import { getRepresentative } from './operations/get-representative.ts'
import { getRepresentativeFigures } from './operations/get-representative-figures.ts'
import { getRow } from './operations/get-row.ts'
import { getRuleUsage } from './operations/get-rule-usage.ts'
import { getSession } from './operations/get-session.ts'
import { getSetUp } from './operations/get-set-up.ts'
import { getSetting } from './operations/get-setting.ts'
import { getSignInOptions } from './operations/get-sign-in-options.ts'
import { getSignInSettings } from './operations/get-sign-in-settings.ts'
import { getSurvey } from './operations/get-survey.ts'
import { getTable } from './operations/get-table.ts'
import { getTodaysFlow } from './operations/get-todays-flow.ts'
import { getTranscript } from './operations/get-transcript.ts'
import { getUnifiedRouting } from './operations/get-unified-routing.ts'
import { getWorkItem } from './operations/get-work-item.ts'
import { getWorkItemDiagnostics } from './operations/get-work-item-diagnostics.ts'
import { giveConsent } from './operations/give-consent.ts'
import { joinConversation } from './operations/join-conversation.ts'
import { leaveConversation } from './operations/leave-conversation.ts'
import { linkConversation } from './operations/link-conversation.ts'
import { listAccounts } from './operations/list-accounts.ts'
import { listAlerts } from './operations/list-alerts.ts'
import { listApiKeys } from './operations/list-api-keys.ts'
import { listAuditEntries } from './operations/list-audit-entries.ts'
import { listBusinessUnits } from './operations/list-business-units.ts'
import { listChannels } from './operations/list-channels.ts'
import { listConfigurationVersions } from './operations/list-configuration-versions.ts'
import { listCustomerHistory } from './operations/list-customer-history.ts'
import { listInvitations } from './operations/list-invitations.ts'
import { listLockOuts } from './operations/list-lock-outs.ts'
import { listMessages } from './operations/list-messages.ts'
import { listMetrics } from './operations/list-metrics.ts'
import { listOwnSessions } from './operations/list-own-sessions.ts'
import { listQueues } from './operations/list-queues.ts'
import { listRepresentatives } from './operations/list-representatives.ts'
import { listRows } from './operations/list-rows.ts'
import { listSettings } from './operations/list-settings.ts'
import { listTables } from './operations/list-tables.ts'
import { listWaitingWorkItems } from './operations/list-waiting-work-items.ts'
import { listWorkItemJournal } from './operations/list-work-item-journal.ts'
import { listWorkItems } from './operations/list-work-items.ts'
import { markWorkItemRead } from './operations/mark-work-item-read.ts'
import { monitorConversation } from './operations/monitor-conversation.ts'
import { moveBusinessUnit } from './operations/move-business-unit.ts'
import { readInvitation } from './operations/read-invitation.ts'
import { replaceConfiguration } from './operations/replace-configuration.ts'
import { replaceSignInSettings } from './operations/replace-sign-in-settings.ts'
import { restoreConfigurationVersion } from './operations/restore-configuration-version.ts'
import { revokeConsent } from './operations/revoke-consent.ts'
import { revokeInvitation } from './operations/revoke-invitation.ts'
import { runInBulk } from './operations/run-in-bulk.ts'
import { saveSetting } from './operations/save-setting.ts'
import { sendTyping } from './operations/send-typing.ts'
import { setChannel } from './operations/set-channel.ts'
import { setLicence } from './operations/set-licence.ts'
import { setRepresentativePassword } from './operations/set-representative-password.ts'
import { signIn } from './operations/sign-in.ts'
import { signOut } from './operations/sign-out.ts'
import { signOutAccount } from './operations/sign-out-account.ts'
import { signOutEverywhere } from './operations/sign-out-everywhere.ts'
import { startSingleSignOn } from './operations/start-single-sign-on.ts'
import { undoConfigurationVersion } from './operations/undo-configuration-version.ts'
import { unlock } from './operations/unlock.ts'
import { uploadAttachment } from './operations/upload-attachment.ts'
import { validateConfiguration } from './operations/validate-configuration.ts'
/** Every operation of the contract with its handler, but the live stream: to leave one out is a type error. */
export const handlers: Readonly<Record<Exclude<OperationId, 'live'>, BoundOperation>> = {
  ...bulkHandlers,
  runInBulk: bindOperation(operations.runInBulk, runInBulk),
  consult: bindOperation(operations.consult, consult),
  endConsult: bindOperation(operations.endConsult, endConsult),
  addParticipant: bindOperation(operations.addParticipant, addParticipant),
  leaveConversation: bindOperation(operations.leaveConversation, leaveConversation),
  monitorConversation: bindOperation(operations.monitorConversation, monitorConversation),
  joinConversation: bindOperation(operations.joinConversation, joinConversation),
  linkConversation: bindOperation(operations.linkConversation, linkConversation),
  acceptInvitation: bindOperation(operations.acceptInvitation, acceptInvitation),
  createInvitation: bindOperation(operations.createInvitation, createInvitation),
  listAccounts: bindOperation(operations.listAccounts, listAccounts),
  listInvitations: bindOperation(operations.listInvitations, listInvitations),
  readInvitation: bindOperation(operations.readInvitation, readInvitation),
  revokeInvitation: bindOperation(operations.revokeInvitation, revokeInvitation),
  changeOwnPassword: bindOperation(operations.changeOwnPassword, changeOwnPassword),
  endOwnSession: bindOperation(operations.endOwnSession, endOwnSession),
  listOwnSessions: bindOperation(operations.listOwnSessions, listOwnSessions),
  signOutEverywhere: bindOperation(operations.signOutEverywhere, signOutEverywhere),
  getSignInSettings: bindOperation(operations.getSignInSettings, getSignInSettings),
  replaceSignInSettings: bindOperation(operations.replaceSignInSettings, replaceSignInSettings),
  listLockOuts: bindOperation(operations.listLockOuts, listLockOuts),
  unlock: bindOperation(operations.unlock, unlock),
  getUnifiedRouting: bindOperation(operations.getUnifiedRouting, getUnifiedRouting),
  enableUnifiedRouting: bindOperation(operations.enableUnifiedRouting, enableUnifiedRouting),
  disableUnifiedRouting: bindOperation(operations.disableUnifiedRouting, disableUnifiedRouting),
  getConsent: bindOperation(operations.getConsent, getConsent),
  giveConsent: bindOperation(operations.giveConsent, giveConsent),
  revokeConsent: bindOperation(operations.revokeConsent, revokeConsent),
  listChannels: bindOperation(operations.listChannels, listChannels),
  setChannel: bindOperation(operations.setChannel, setChannel),
  setLicence: bindOperation(operations.setLicence, setLicence),
  getSetUp: bindOperation(operations.getSetUp, getSetUp),
  checkHealth: bindOperation(operations.checkHealth, checkHealth),
  getQueueFigures: bindOperation(operations.getQueueFigures, getQueueFigures),
  getReport: bindOperation(operations.getReport, getReport),
  getRepresentativeFigures: bindOperation(operations.getRepresentativeFigures, getRepresentativeFigures),
  listAlerts: bindOperation(operations.listAlerts, listAlerts),
  acknowledgeAlert: bindOperation(operations.acknowledgeAlert, acknowledgeAlert),
  listMetrics: bindOperation(operations.listMetrics, listMetrics),
  getTodaysFlow: bindOperation(operations.getTodaysFlow, getTodaysFlow),
  changeAccount: bindOperation(operations.changeAccount, changeAccount),
  signOutAccount: bindOperation(operations.signOutAccount, signOutAccount),
  listBusinessUnits: bindOperation(operations.listBusinessUnits, listBusinessUnits),
  createBusinessUnit: bindOperation(operations.createBusinessUnit, createBusinessUnit),
  moveBusinessUnit: bindOperation(operations.moveBusinessUnit, moveBusinessUnit),
  deleteBusinessUnit: bindOperation(operations.deleteBusinessUnit, deleteBusinessUnit),
  getSignInOptions: bindOperation(operations.getSignInOptions, getSignInOptions),
  startSingleSignOn: bindOperation(operations.startSingleSignOn, startSingleSignOn),
  finishSingleSignOn: bindOperation(operations.finishSingleSignOn, finishSingleSignOn),
  changeConfiguration: bindOperation(operations.changeConfiguration, changeConfiguration),
  createApiKey: bindOperation(operations.createApiKey, createApiKey),
  listSettings: bindOperation(operations.listSettings, listSettings),
  getSetting: bindOperation(operations.getSetting, getSetting),
  saveSetting: bindOperation(operations.saveSetting, saveSetting),
  deleteSetting: bindOperation(operations.deleteSetting, deleteSetting),
  deleteApiKey: bindOperation(operations.deleteApiKey, deleteApiKey),
  explainWorkItem: bindOperation(operations.explainWorkItem, explainWorkItem),
  findDependents: bindOperation(operations.findDependents, findDependents),
  getAuditEntry: bindOperation(operations.getAuditEntry, getAuditEntry),
  getConfiguration: bindOperation(operations.getConfiguration, getConfiguration),
  getConfigurationDifference: bindOperation(operations.getConfigurationDifference, getConfigurationDifference),
  getConfigurationVersion: bindOperation(operations.getConfigurationVersion, getConfigurationVersion),
  getDocs: bindOperation(operations.getDocs, getDocs),
  getHealth: bindOperation(operations.getHealth, getHealth),
  getOpenApi: bindOperation(operations.getOpenApi, getOpenApi),
  getOrganization: bindOperation(operations.getOrganization, getOrganization),
  getQueue: bindOperation(operations.getQueue, getQueue),
  getMetrics: bindOperation(operations.getMetrics, getMetrics),
  getReadiness: bindOperation(operations.getReadiness, getReadiness),
  getRepresentative: bindOperation(operations.getRepresentative, getRepresentative),
  getInbox: bindOperation(operations.getInbox, getInbox),
  listCustomerHistory: bindOperation(operations.listCustomerHistory, listCustomerHistory),
  markWorkItemRead: bindOperation(operations.markWorkItemRead, markWorkItemRead),
  getRow: bindOperation(operations.getRow, getRow),
  getFileRules: bindOperation(operations.getFileRules, getFileRules),
  getRuleUsage: bindOperation(operations.getRuleUsage, getRuleUsage),
  getSession: bindOperation(operations.getSession, getSession),
  getTable: bindOperation(operations.getTable, getTable),
  getWorkItem: bindOperation(operations.getWorkItem, getWorkItem),
  getWorkItemDiagnostics: bindOperation(operations.getWorkItemDiagnostics, getWorkItemDiagnostics),
  listApiKeys: bindOperation(operations.listApiKeys, listApiKeys),
  listAuditEntries: bindOperation(operations.listAuditEntries, listAuditEntries),
  listConfigurationVersions: bindOperation(operations.listConfigurationVersions, listConfigurationVersions),
  listMessages: bindOperation(operations.listMessages, listMessages),
  listQueues: bindOperation(operations.listQueues, listQueues),
  listRepresentatives: bindOperation(operations.listRepresentatives, listRepresentatives),
  listRows: bindOperation(operations.listRows, listRows),
  listTables: bindOperation(operations.listTables, listTables),
  listWaitingWorkItems: bindOperation(operations.listWaitingWorkItems, listWaitingWorkItems),
  listWorkItemJournal: bindOperation(operations.listWorkItemJournal, listWorkItemJournal),
  listWorkItems: bindOperation(operations.listWorkItems, listWorkItems),
  replaceConfiguration: bindOperation(operations.replaceConfiguration, replaceConfiguration),
  restoreConfigurationVersion: bindOperation(operations.restoreConfigurationVersion, restoreConfigurationVersion),
  sendTyping: bindOperation(operations.sendTyping, sendTyping),
  uploadAttachment: bindOperation(operations.uploadAttachment, uploadAttachment),
  getAttachment: bindOperation(operations.getAttachment, getAttachment),
  getTranscript: bindOperation(operations.getTranscript, getTranscript),
  getSurvey: bindOperation(operations.getSurvey, getSurvey),
  setRepresentativePassword: bindOperation(operations.setRepresentativePassword, setRepresentativePassword),
  signIn: bindOperation(operations.signIn, signIn),
  signOut: bindOperation(operations.signOut, signOut),
  answerAsBot: bindOperation(operations.answerAsBot, answerAsBot),
  undoConfigurationVersion: bindOperation(operations.undoConfigurationVersion, undoConfigurationVersion),
  validateConfiguration: bindOperation(operations.validateConfiguration, validateConfiguration),
}
