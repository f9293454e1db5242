import { Button, ProgressBar, Spinner, Text } from '@fluentui/react-components'
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons'
import { fileSizeText } from './file-size.ts'
import styles from './upload-list.module.css'
import type { Upload } from './use-uploads.ts'

export interface UploadListProps {
  readonly uploads: readonly Upload[]
  readonly onRemove: (key: string) => void
}

/** The files that go with the next message, with how far each got. */
export function UploadList({ uploads, onRemove }: UploadListProps) {
  if (uploads.length === 0) return null
  return (
    <ul className={styles.uploads} aria-label="Files of this message">
      {uploads.map((upload) => (
        <li key={upload.key} className={styles.upload}>
          <State upload={upload} />
          <span className={styles.name}>
            <Text size={200}>
              {upload.name} · {fileSizeText(upload.bytes)}
            </Text>
            {upload.failure ? (
              <Text size={200} className={styles.failed} role="alert">
                {upload.failure}
              </Text>
            ) : null}
          </span>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={isUnderWay(upload) ? `Cancel the upload of ${upload.name}` : `Take out ${upload.name}`}
            onClick={() => onRemove(upload.key)}
          />
        </li>
      ))}
    </ul>
  )
}

function State({ upload }: { readonly upload: Upload }) {
  const { name, percent, failure } = upload
  if (failure !== null) return null
  if (!isUnderWay(upload)) return <CheckmarkRegular aria-label="Uploaded" role="img" />
  // All of it has left; the server still scans and stores it.
  return percent >= 100 ? (
    <Spinner size="tiny" label="Scanning" />
  ) : (
    <span className={styles.progress}>
      <ProgressBar value={percent} max={100} aria-label={`Upload of ${name}`} />
      <Text size={200}>{percent} %</Text>
    </span>
  )
}

function isUnderWay({ attachment, failure }: Upload): boolean {
  return attachment === null && failure === null
}
