import type { RunKind } from '../../store/provisioning-runs.ts'
import type { ProvisioningStep } from '../provisioning-step.ts'
import { basicQueues } from './basic-queues.ts'
import { defaultQueues } from './default-queues.ts'
import { defaultRecords } from './default-records.ts'
import { journalPartitions } from './journal-partitions.ts'
import { presences } from './presences.ts'
import { routerLease } from './router-lease.ts'
import { serviceUser } from './service-user.ts'
import { switchOff, switchOn } from './switch-routing.ts'

/** The steps of turning on and of turning off, in order. */
export const provisioningSteps: Readonly<Record<RunKind, readonly ProvisioningStep[]>> = {
  provisioning: [
    defaultQueues,
    presences,
    defaultRecords,
    serviceUser,
    basicQueues,
    journalPartitions,
    routerLease,
    switchOn,
  ],
  deprovisioning: [switchOff],
}
