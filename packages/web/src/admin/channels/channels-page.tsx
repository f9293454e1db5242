import { useSuspenseQuery } from '@tanstack/react-query'
import { channelsQuery } from '../../data/enabling-queries.ts'
import { Page } from '../../ui/page.tsx'
import { ChannelLine } from './channel-line.tsx'
import styles from './channels.module.css'
import { LicenceSection } from './licence-section.tsx'

/** Each channel with its state, and the licences that open them. */
export function ChannelsPage() {
  const { data } = useSuspenseQuery(channelsQuery)
  return (
    <Page title="Channels" lead="Where conversations come from. A channel that is off takes nothing new.">
      <ul className={styles.list} aria-label="Channels">
        {data.channels.map((channel) => (
          <ChannelLine key={channel.channel} channel={channel} licences={data.licences} />
        ))}
      </ul>
      <LicenceSection licences={data.licences} />
    </Page>
  )
}
