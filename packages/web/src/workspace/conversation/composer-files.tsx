import { Button } from '@fluentui/react-components'
import { AttachRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { fileRulesQuery } from '../../data/queries.ts'
import styles from './composer.module.css'
import { panelKeys } from './panel-keys.ts'

interface FileButtonProps {
  readonly ref: React.RefObject<HTMLInputElement | null>
  readonly conversation: string
  readonly onFiles: (files: readonly File[]) => void
}

/** Opens the choice of files; where the chat takes none it stays, and says so. */
export function FileButton({ ref, conversation, onFiles }: FileButtonProps) {
  const { data: rules } = useQuery(fileRulesQuery(conversation))
  if (rules?.sendsFiles === false)
    return (
      <Button icon={<AttachRegular />} disabledFocusable title="This chat takes no files.">
        Attach
      </Button>
    )
  return (
    <>
      <Button icon={<AttachRegular />} title={panelKeys.attach.keys} onClick={() => ref.current?.click()}>
        Attach
      </Button>
      <input
        ref={ref}
        className={styles.file}
        type="file"
        multiple
        accept={rules?.endings.map((ending) => `.${ending}`).join(',')}
        tabIndex={-1}
        aria-label="Files to attach"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}

interface FileDropProps {
  readonly className: string | undefined
  readonly 'data-kind': string
  readonly onFiles: (files: readonly File[]) => void
  readonly children: React.ReactNode
}

/** Takes files that are dropped; whoever cannot drag has the button. */
export function FileDrop({ className, onFiles, children, ...props }: FileDropProps) {
  const [isOver, setOver] = useState(false)
  const handleOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside does the same
    <div
      {...props}
      className={className}
      data-over={isOver}
      onDragOver={handleOver}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
    </div>
  )
}
