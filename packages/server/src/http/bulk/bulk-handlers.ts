import { type BulkOperationId, bulkOperations as operations } from '@unified-routing/contract'
import { type BoundOperation, bindOperation } from '../bind-operation.ts'
import { acceptWorkItem } from '../operations/accept-work-item.ts'
import { assignWorkItem } from '../operations/assign-work-item.ts'
import { closeWorkItem } from '../operations/close-work-item.ts'
import { completeRow } from '../operations/complete-row.ts'
import { createRow } from '../operations/create-row.ts'
import { deleteRow } from '../operations/delete-row.ts'
import { endConversation } from '../operations/end-conversation.ts'
import { endWorkItem } from '../operations/end-work-item.ts'
import { forceCloseWorkItem } from '../operations/force-close-work-item.ts'
import { pickWorkItem } from '../operations/pick-work-item.ts'
import { rejectWorkItem } from '../operations/reject-work-item.ts'
import { releaseWorkItem } from '../operations/release-work-item.ts'
import { removeWorkItem } from '../operations/remove-work-item.ts'
import { resetPresence } from '../operations/reset-presence.ts'
import { saveAndRoute } from '../operations/save-and-route.ts'
import { sendMessage } from '../operations/send-message.ts'
import { setDispositions } from '../operations/set-dispositions.ts'
import { setPresence } from '../operations/set-presence.ts'
import { setWorkItemAttributes } from '../operations/set-work-item-attributes.ts'
import { setWorkItemSkills } from '../operations/set-work-item-skills.ts'
import { signInRepresentative } from '../operations/sign-in-representative.ts'
import { signOutRepresentative } from '../operations/sign-out-representative.ts'
import { startConversation } from '../operations/start-conversation.ts'
import { transferWorkItemToQueue } from '../operations/transfer-work-item-to-queue.ts'
import { transferWorkItemToRepresentative } from '../operations/transfer-work-item-to-representative.ts'
import { updateRow } from '../operations/update-row.ts'

/** What carries out the operations that may also be asked for many at a time. */
export const bulkHandlers: Readonly<Record<BulkOperationId, BoundOperation>> = {
  createRow: bindOperation(operations.createRow, createRow),
  updateRow: bindOperation(operations.updateRow, updateRow),
  deleteRow: bindOperation(operations.deleteRow, deleteRow),
  saveAndRoute: bindOperation(operations.saveAndRoute, saveAndRoute),
  completeRow: bindOperation(operations.completeRow, completeRow),
  startConversation: bindOperation(operations.startConversation, startConversation),
  sendMessage: bindOperation(operations.sendMessage, sendMessage),
  endConversation: bindOperation(operations.endConversation, endConversation),
  setDispositions: bindOperation(operations.setDispositions, setDispositions),
  acceptWorkItem: bindOperation(operations.acceptWorkItem, acceptWorkItem),
  rejectWorkItem: bindOperation(operations.rejectWorkItem, rejectWorkItem),
  pickWorkItem: bindOperation(operations.pickWorkItem, pickWorkItem),
  endWorkItem: bindOperation(operations.endWorkItem, endWorkItem),
  closeWorkItem: bindOperation(operations.closeWorkItem, closeWorkItem),
  transferWorkItemToQueue: bindOperation(operations.transferWorkItemToQueue, transferWorkItemToQueue),
  transferWorkItemToRepresentative: bindOperation(
    operations.transferWorkItemToRepresentative,
    transferWorkItemToRepresentative,
  ),
  setWorkItemSkills: bindOperation(operations.setWorkItemSkills, setWorkItemSkills),
  setWorkItemAttributes: bindOperation(operations.setWorkItemAttributes, setWorkItemAttributes),
  assignWorkItem: bindOperation(operations.assignWorkItem, assignWorkItem),
  releaseWorkItem: bindOperation(operations.releaseWorkItem, releaseWorkItem),
  removeWorkItem: bindOperation(operations.removeWorkItem, removeWorkItem),
  forceCloseWorkItem: bindOperation(operations.forceCloseWorkItem, forceCloseWorkItem),
  setPresence: bindOperation(operations.setPresence, setPresence),
  resetPresence: bindOperation(operations.resetPresence, resetPresence),
  signInRepresentative: bindOperation(operations.signInRepresentative, signInRepresentative),
  signOutRepresentative: bindOperation(operations.signOutRepresentative, signOutRepresentative),
}
