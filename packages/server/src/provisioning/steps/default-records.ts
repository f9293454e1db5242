import type { ProvisioningStep } from '../provisioning-step.ts'

const TABLE = 'case'

/** Cases are configured for routing. Nothing is routed until an intake rule says where to. */
export const defaultRecords: ProvisioningStep = {
  name: 'defaultRecords',
  title: 'Default records configuration',
  async run({ editConfiguration }) {
    const isAdded = await editConfiguration((document) => {
      const present = document.recordTypes ?? []
      if (present.some(({ table }) => table === TABLE)) return document
      return { ...document, recordTypes: [...present, { table: TABLE, intakeRules: [] }] }
    })
    return isAdded ? 'Cases were configured for routing; intake rules say where to.' : 'Cases were configured before.'
  },
}
