import { AppError, ATTACHMENT_BYTES_MAX } from '@unified-routing/contract'
import type { Widget } from './widgets.ts'

const BYTES_A_KILOBYTE = 1_024

export interface SentFile {
  readonly from: 'customer' | 'representative'
  readonly name: string
  readonly bytes: number
}

/** Largest file of a widget, in bytes. */
export function fileBytesMax({ value }: Widget): number {
  return value.fileKilobytesMax * BYTES_A_KILOBYTE
}

/** What files a conversation takes; `widget` null: it came by none. */
export function fileRulesOf(widget: Widget | null) {
  if (widget === null) return { takesFiles: true, sendsFiles: true, endings: [], bytesMax: ATTACHMENT_BYTES_MAX }
  const { takesFiles, sendsFiles, fileEndings: endings } = widget.value
  return { takesFiles, sendsFiles, endings, bytesMax: fileBytesMax(widget) }
}

/** Fails for a file that the widget of a conversation does not let pass. Errors: refused `filesNotAllowed` or
 * `fileTypeNotAllowed`; tooLarge. */
export function requireFileAllowed(widget: Widget | null, { from, name, bytes }: SentFile): void {
  if (widget === null) return
  const { takesFiles, sendsFiles, fileEndings, fileKilobytesMax } = widget.value
  if (!(from === 'customer' ? takesFiles : sendsFiles))
    throw new AppError('refused', 'This chat takes no files; write what it says instead.', {
      reason: 'filesNotAllowed',
    })
  if (bytes > fileBytesMax(widget))
    throw new AppError(
      'tooLarge',
      `${name} has ${bytes} bytes; files of this chat have ${fileKilobytesMax} KB at most.`,
    )
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (fileEndings.length > 0 && !fileEndings.includes(ending))
    throw new AppError(
      'refused',
      `${name} is of a type that this chat does not take: ${fileEndings.join(', ')} only.`,
      {
        reason: 'fileTypeNotAllowed',
      },
    )
}
