import { AppError, channelTitles } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { viewChannelList } from '../views/channel-list-view.ts'

export const setChannel: Handler<'setChannel'> = async (call, services) => {
  const { params, body, caller } = call
  const { enabling } = services
  const view = (await viewChannelList(services)).channels.find(({ channel }) => channel === params.channel)
  if (body.enabled && view?.state === 'notLicensed') {
    const refusal = enabling.admission.refuse(params.channel)
    throw new AppError('refused', refusal?.message ?? 'This channel is not licensed.', { reason: 'notLicensed' })
  }
  if (await enabling.setChannel(params.channel, body.enabled, caller.account.name)) {
    await recordAudit(call, services, {
      action: 'channelSwitched',
      list: 'channels',
      name: params.channel,
      summary: `${channelTitles[params.channel]} was turned ${body.enabled ? 'on' : 'off'}`,
    })
  }
  return { body: await viewChannelList(services) }
}
