import { ensureJournalPartitions } from '../../store/journal-partitions.ts'
import type { ProvisioningStep } from '../provisioning-step.ts'

/** The journal of decisions gets a partition a month, some months ahead; the job runner goes on making them. */
export const journalPartitions: ProvisioningStep = {
  name: 'journalPartitions',
  title: 'Journal partitions',
  async run({ store, now }) {
    const made = await ensureJournalPartitions(store, now())
    return made.length === 0
      ? 'The partitions of the months ahead were there.'
      : `${made.length} partitions were made; the job runner goes on making them.`
  },
}
