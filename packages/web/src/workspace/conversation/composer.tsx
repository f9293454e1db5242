import { Button, Field, Textarea, ToggleButton, useRestoreFocusTarget } from '@fluentui/react-components'
import { NoteRegular, SendRegular, TextBulletListRegular } from '@fluentui/react-icons'
import { usePrefetchQuery } from '@tanstack/react-query'
import { settingKinds, type WorkItemView } from '@unified-routing/contract'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { settingsQuery } from '../../data/setting-queries.ts'
import { useDraft } from '../use-draft.ts'
import styles from './composer.module.css'
import { FileButton, FileDrop } from './composer-files.tsx'
import { showPanelDialog } from './panel-dialog.ts'
import { type PanelKey, panelKeys, usePanelKeys } from './panel-keys.ts'
import { QuickReplies } from './quick-replies.tsx'
import { slashCommandIn } from './slash-commands.ts'
import { useTellTyping } from './typists.ts'
import { UploadList } from './upload-list.tsx'
import { useOutbox } from './use-outbox.ts'
import { type Uploads, useUploads } from './use-uploads.ts'

export interface ComposerProps {
  readonly item: WorkItemView
  /** Only notes: the customer is gone, or does not know of the viewer. */
  readonly isNoteOnly: boolean
}

/** Where the next message is written, or a note that only colleagues see. What is typed survives a reload. */
export function Composer({ item, isNoteOnly }: ComposerProps) {
  const [wantsNote, setWantsNote] = useState(false)
  const isNote = isNoteOnly || wantsNote
  const [showsReplies, setShowsReplies] = useState(false)
  // So that they are there when somebody asks for them and types on.
  usePrefetchQuery(settingsQuery(settingKinds.quickReply))
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const writing = useWriting(item, isNote ? 'note' : 'message')
  const focusField = () => field.current?.focus()
  const write = (note: boolean) => {
    setWantsNote(note)
    focusField()
  }
  const run = useCommands(item, () => setShowsReplies(true))
  usePanelKeys({
    message: () => write(false),
    note: () => write(true),
    quickReplies: () => setShowsReplies(true),
    attach: () => picker.current?.click(),
  })
  const handleText = (text: string) => {
    const command = slashCommandIn(text)
    writing.setText(command === null ? text : command.rest)
    if (command !== null) run(command.key)
  }
  const handleReply = (text: string) => {
    writing.setText(writing.text === '' ? text : `${writing.text.trimEnd()} ${text}`)
    setShowsReplies(false)
    focusField()
  }
  return (
    <FileDrop className={styles.composer} data-kind={isNote ? 'note' : 'message'} onFiles={writing.uploads.add}>
      {showsReplies ? (
        <QuickReplies
          item={item}
          onPick={handleReply}
          onClose={() => {
            setShowsReplies(false)
            focusField()
          }}
        />
      ) : null}
      <TextField ref={field} isNote={isNote} writing={writing} onText={handleText} />
      <UploadList uploads={writing.uploads.uploads} onRemove={writing.uploads.remove} />
      <div className={styles.tools}>
        <Button
          icon={<TextBulletListRegular />}
          aria-expanded={showsReplies}
          title={panelKeys.quickReplies.keys}
          onClick={() => setShowsReplies(!showsReplies)}
        >
          Quick replies
        </Button>
        <FileButton ref={picker} conversation={item.id} onFiles={writing.uploads.add} />
        {isNoteOnly ? null : (
          <ToggleButton
            icon={<NoteRegular />}
            checked={isNote}
            title={panelKeys.note.keys}
            onClick={() => write(!isNote)}
          >
            Note
          </ToggleButton>
        )}
        <Button
          className={styles.send}
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={!writing.isReady}
          onClick={() => {
            writing.send()
            focusField()
          }}
        >
          {isNote ? 'Save note' : 'Send'}
        </Button>
      </div>
    </FileDrop>
  )
}

interface Writing {
  readonly text: string
  readonly setText: (text: string) => void
  readonly uploads: Uploads
  /** There is something to send, and every file of it is on the server. */
  readonly isReady: boolean
  readonly send: () => void
}

/** What is being written: a message and a note are two drafts. */
function useWriting({ id }: WorkItemView, kind: 'message' | 'note'): Writing {
  const [message, setMessage] = useDraft(id, 'message')
  const [note, setNote] = useDraft(id, 'note')
  const uploads = useUploads(id)
  const { send } = useOutbox(id)
  const tellTyping = useTellTyping(id)
  const text = kind === 'note' ? note : message
  const attachments = uploads.uploads.flatMap(({ attachment }) => attachment ?? [])
  const isReady = (text.trim() !== '' || attachments.length > 0) && attachments.length === uploads.uploads.length
  return {
    text,
    uploads,
    isReady,
    setText: (next) => {
      if (kind === 'note') setNote(next)
      else setMessage(next)
      if (kind === 'message' && next !== '') tellTyping()
    },
    send: () => {
      if (!isReady) return
      send({ kind, text: text.trim(), attachments })
      uploads.clear()
      if (kind === 'note') setNote('')
      else setMessage('')
    },
  }
}

function useCommands(item: WorkItemView, onQuickReplies: () => void): (key: PanelKey) => void {
  return (key) => {
    if (key === 'quickReplies') onQuickReplies()
    else if (key === 'consult' || key === 'transferToQueue' || key === 'transferToRepresentative')
      showPanelDialog({ item: item.id, dialog: key })
  }
}

interface TextFieldProps {
  readonly ref: React.Ref<HTMLTextAreaElement>
  readonly isNote: boolean
  readonly writing: Writing
  readonly onText: (text: string) => void
}

function TextField({ ref, isNote, writing, onText }: TextFieldProps) {
  const restoreFocus = useRestoreFocusTarget()
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    writing.send()
  }
  const handlePaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    writing.uploads.add(files)
  }
  return (
    <Field
      label={isNote ? 'Internal note' : 'Message'}
      hint={
        isNote ? 'Only colleagues see it. Enter saves it.' : 'Enter sends, Shift+Enter begins a line, /q finds a reply'
      }
    >
      <Textarea
        {...restoreFocus}
        ref={ref}
        value={writing.text}
        resize="vertical"
        onChange={(_, { value }) => onText(value)}
        onKeyDown={handleKey}
        onPaste={handlePaste}
      />
    </Field>
  )
}
