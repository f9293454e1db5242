import { Button } from '@fluentui/react-components'
import { type ChannelList, channelTitles } from '@unified-routing/contract'
import { useState } from 'react'
import { failureText } from '../../data/failure-text.ts'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusText } from '../../ui/status-text.tsx'
import styles from './channels.module.css'
import { useSetLicence } from './use-channels.ts'

type Licence = ChannelList['licences'][number]

/** What this installation may route. It begins with every licence. */
export function LicenceSection({ licences }: { readonly licences: readonly Licence[] }) {
  const [removing, setRemoving] = useState<Licence | null>(null)
  const mayChange = may(useSession(), 'manageAccounts')
  const { mutate, isPending, error } = useSetLicence()
  const handleRemove = () => {
    if (removing) mutate({ licence: removing.name, granted: false }, { onSettled: () => setRemoving(null) })
  }
  return (
    <Section title="Licences" lead="An installation of your own begins with all of them.">
      {error ? <ProblemBar title="Not saved" text={failureText(error)} /> : null}
      <ul className={styles.list}>
        {licences.map((licence) => (
          <li key={licence.name} className={styles.line}>
            <div className={styles.text}>
              <span className={styles.name}>{licence.title}</span>
              <StatusText tone={licence.granted ? 'good' : 'ended'}>
                {licence.granted ? 'Granted' : 'Not granted'}
              </StatusText>
              <span className={styles.detail}>Opens {opened(licence)}.</span>
            </div>
            {mayChange ? (
              <Button
                size="small"
                disabledFocusable={isPending}
                aria-label={`${licence.granted ? 'Remove' : 'Add'} ${licence.title}`}
                onClick={() =>
                  licence.granted ? setRemoving(licence) : mutate({ licence: licence.name, granted: true })
                }
              >
                {licence.granted ? 'Remove' : 'Add'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={removing !== null}
        title={`Remove ${removing?.title ?? ''}?`}
        confirmLabel="Remove"
        isBusy={isPending}
        onConfirm={handleRemove}
        onCancel={() => setRemoving(null)}
      >
        {removing
          ? `Nothing new is routed on ${opened(removing)}. What is open goes on to the end; all settings are kept.`
          : null}
      </ConfirmDialog>
    </Section>
  )
}

function opened({ opens }: Licence): string {
  return opens
    .map((channel) => (channel === 'record' ? 'cases, leads and custom tables' : channelTitles[channel]))
    .join(', ')
}
