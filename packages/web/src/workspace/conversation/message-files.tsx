import { Link, Text } from '@fluentui/react-components'
import { AttachRegular } from '@fluentui/react-icons'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type AttachmentView, apiBase } from '@unified-routing/contract'
import { useEffect, useState } from 'react'
import { api } from '../../data/api.ts'
import { fileSizeText } from './file-size.ts'
import styles from './message-files.module.css'

/** Pictures that a browser draws and never runs. Anything else is only there to be saved. */
const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

export interface MessageFilesProps {
  readonly conversation: string
  readonly attachments: readonly AttachmentView[]
}

/** The files of a message: pictures in sight, everything to be saved. */
export function MessageFiles({ conversation, attachments }: MessageFilesProps) {
  if (attachments.length === 0) return null
  return (
    <ul className={styles.files} aria-label="Files">
      {attachments.map((file) => (
        <li key={file.id} className={styles.file}>
          {pictureTypes.includes(file.contentType) ? <Picture conversation={conversation} file={file} /> : null}
          <Text size={200}>
            <AttachRegular aria-hidden="true" />{' '}
            <Link href={`${apiBase}/conversations/${conversation}/attachments/${file.id}`} download={file.name}>
              {file.name}
            </Link>{' '}
            {fileSizeText(file.bytes)}
          </Text>
        </li>
      ))}
    </ul>
  )
}

const pictureQuery = (conversation: string, id: string) =>
  queryOptions({
    queryKey: ['attachment', conversation, id],
    queryFn: () => api.conversations.attachment(conversation, id),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Drawn from its bytes, under a type that can only be a picture. */
function Picture({ conversation, file }: { readonly conversation: string; readonly file: AttachmentView }) {
  const { data: bytes } = useQuery(pictureQuery(conversation, file.id))
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (bytes === undefined) return
    const made = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: file.contentType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, file.contentType])
  return address === null ? null : <img className={styles.picture} src={address} alt={file.name} />
}
