import {
  CallRegular,
  ChatMultipleRegular,
  ChatRegular,
  PhoneChatRegular,
  PlugConnectedRegular,
  TicketDiagonalRegular,
} from '@fluentui/react-icons'
import type { WorkItemView } from '@unified-routing/contract'
import type { ReactElement } from 'react'
import styles from './channel-icon.module.css'

const icons: Record<WorkItemView['channel'], ReactElement> = {
  liveChat: <ChatRegular />,
  persistentChat: <ChatMultipleRegular />,
  sms: <PhoneChatRegular />,
  whatsApp: <PhoneChatRegular />,
  facebook: <ChatMultipleRegular />,
  teams: <ChatMultipleRegular />,
  custom: <PlugConnectedRegular />,
  voice: <CallRegular />,
  record: <TicketDiagonalRegular />,
}

/** The channel as a picture; its name stands beside it in words. */
export function ChannelIcon({ item }: { readonly item: WorkItemView }) {
  return (
    <span className={styles.icon} aria-hidden="true">
      {icons[item.channel]}
    </span>
  )
}
