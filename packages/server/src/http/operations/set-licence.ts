import { licences } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { viewChannelList } from '../views/channel-list-view.ts'

export const setLicence: Handler<'setLicence'> = async (call, services) => {
  const { params, body, caller } = call
  if (await services.enabling.setLicence(params.licence, body.granted, caller.account.name)) {
    await recordAudit(call, services, {
      action: 'licenceChanged',
      list: 'licences',
      name: params.licence,
      summary: `The licence ${licences[params.licence].title} was ${body.granted ? 'granted' : 'removed'}`,
    })
  }
  return { body: await viewChannelList(services) }
}
