import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import styles from './shown-once.module.css'

export interface ShownOnceProps {
  readonly label: string
  readonly value: string
  readonly text: string
}

/** A secret that is shown this one time, ready to be copied. */
export function ShownOnce({ label, value, text }: ShownOnceProps) {
  const [isCopied, setCopied] = useState(false)
  const handleCopy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      // Without permission it is still selected below, to be copied by hand.
      () => setCopied(false),
    )
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
      <Field label={label}>
        <Input
          className={styles.value}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          contentAfter={
            <Button size="small" appearance="transparent" icon={<CopyRegular />} onClick={() => void handleCopy()}>
              {isCopied ? 'Copied' : 'Copy'}
            </Button>
          }
        />
      </Field>
    </>
  )
}
