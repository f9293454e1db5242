import type { Handler } from '../handler.ts'
import { viewChannelList } from '../views/channel-list-view.ts'

export const listChannels: Handler<'listChannels'> = async (_call, services) => ({
  body: await viewChannelList(services),
})
