import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import type { api } from '../../data/api.ts'
import { useNotify } from '../../ui/notices.tsx'
import styles from './user-account.module.css'

type Made = Awaited<ReturnType<typeof api.invitations.create>>

const mailTexts: Readonly<Record<Made['mail'], string>> = {
  sent: 'It was sent by e-mail. The link works once.',
  failed: 'The e-mail could not be sent. Hand the link over yourself; it works once.',
  notSetUp: 'This server sends no e-mail. Hand the link over yourself; it works once.',
}

/** The link of an invitation, which nobody can look up later. */
export function InvitationLink({ made: { link, mail } }: { readonly made: Made }) {
  const notify = useNotify()
  const handleCopy = () =>
    navigator.clipboard.writeText(link).then(
      () => notify({ title: 'The link is copied', intent: 'success' }),
      () => notify({ title: 'Not copied', text: 'Select the link and copy it yourself.', intent: 'error' }),
    )
  return (
    <div className={styles.link}>
      <MessageBar intent={mail === 'failed' ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>{mailTexts[mail]}</MessageBarBody>
      </MessageBar>
      <Field label="Link of the invitation" hint="Shown only now.">
        <Input
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
          contentAfter={
            <Button
              appearance="subtle"
              size="small"
              icon={<CopyRegular />}
              aria-label="Copy the link"
              onClick={() => void handleCopy()}
            />
          }
        />
      </Field>
    </div>
  )
}
