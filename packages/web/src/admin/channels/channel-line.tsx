import { Switch } from '@fluentui/react-components'
import type { ChannelList, ChannelView } from '@unified-routing/contract'
import { useId, useState } from 'react'
import { failureText } from '../../data/failure-text.ts'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { StatusText, type Tone } from '../../ui/status-text.tsx'
import styles from './channels.module.css'
import { useSwitchChannel } from './use-channels.ts'

const tones: Record<ChannelView['state'], Tone> = { on: 'good', off: 'ended', notLicensed: 'ended' }

export interface ChannelLineProps {
  readonly channel: ChannelView
  readonly licences: ChannelList['licences']
}

/** One channel: its state in words, and the switch. Without its licence the switch says why it does nothing. */
export function ChannelLine({ channel, licences }: ChannelLineProps) {
  const [isAsking, setAsking] = useState(false)
  const reasonId = useId()
  const mayChange = may(useSession(), 'editConfiguration')
  const { mutate, isPending, error } = useSwitchChannel()
  const isOn = channel.state === 'on'
  const licence = licences.find(({ name }) => name === channel.licence)?.title ?? channel.licence
  const turn = (enabled: boolean) =>
    mutate({ channel: channel.channel, enabled }, { onSettled: () => setAsking(false) })
  return (
    <li className={styles.line}>
      <div className={styles.text}>
        <span className={styles.name}>{channel.title}</span>
        <StatusText tone={tones[channel.state]}>{stateText(channel)}</StatusText>
        <span id={reasonId} className={styles.detail}>
          {channel.state === 'notLicensed'
            ? `Needs the licence ${licence}, which this installation does not have.`
            : usedBy(channel)}
        </span>
        {channel.changedAt !== null && channel.changedBy !== null ? (
          <span className={styles.detail}>
            Last switched by {channel.changedBy} <RelativeTime at={channel.changedAt} />
          </span>
        ) : null}
        {error ? <ProblemBar title="Not saved" text={failureText(error)} /> : null}
      </div>
      <Switch
        aria-label={channel.title}
        aria-describedby={reasonId}
        label={isOn ? 'On' : 'Off'}
        checked={isOn}
        disabled={!mayChange || channel.state === 'notLicensed' || isPending}
        onChange={(_, { checked }) => (checked ? turn(true) : setAsking(true))}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={`Turn off ${channel.title}?`}
        confirmLabel="Turn off"
        isBusy={isPending}
        onConfirm={() => turn(false)}
        onCancel={() => setAsking(false)}
      >
        {whatHappens(channel)}
      </ConfirmDialog>
    </li>
  )
}

function stateText({ state }: ChannelView): string {
  return state === 'on' ? 'On' : state === 'off' ? 'Off' : 'Not licensed'
}

function usedBy({ workstreams }: ChannelView): string {
  return workstreams.length === 0 ? 'No workstream uses it yet.' : `Workstreams: ${workstreams.join(', ')}.`
}

function whatHappens({ workstreams, openWork }: ChannelView): string {
  const open =
    openWork === 0
      ? ''
      : openWork === 1
        ? ' 1 open conversation goes on to the end.'
        : ` ${openWork} open conversations go on to the end.`
  const stopped =
    workstreams.length === 0 ? 'No workstream uses it at present.' : `No work comes to: ${workstreams.join(', ')}.`
  return `Customers can no longer start conversations on it. ${stopped}${open} Workstreams, rules and settings are kept, so it can be turned on again as it was.`
}
