import {
  Link,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components'
import { useCallback } from 'react'

const TOASTER_ID = 'notices'
const SHOWN_MS = 6000
/** Long enough to read, to think again, and to get there by keyboard. */
const SHOWN_WITH_ACTION_MS = 15_000

export interface Notice {
  readonly title: string
  readonly text?: string
  readonly intent: 'success' | 'info' | 'warning' | 'error'
  /** What can be done about it while it is shown. */
  readonly action?: { readonly label: string; readonly onAction: () => void }
}

/** Where short notices appear. They go by themselves and hold nothing that is needed later. Ctrl+M moves the focus there. */
export function Notices() {
  return (
    <Toaster
      toasterId={TOASTER_ID}
      position="top-end"
      timeout={SHOWN_MS}
      pauseOnHover
      pauseOnWindowBlur
      shortcuts={{ focus: (event) => event.ctrlKey && event.key === 'm' }}
    />
  )
}

export function useNotify(): (notice: Notice) => void {
  const { dispatchToast } = useToastController(TOASTER_ID)
  return useCallback(
    ({ title, text, intent, action }) =>
      dispatchToast(
        <Toast>
          <ToastTitle action={action ? <NoticeAction {...action} /> : undefined}>{title}</ToastTitle>
          {text ? <ToastBody>{text}</ToastBody> : null}
        </Toast>,
        { intent, ...(action ? { timeout: SHOWN_WITH_ACTION_MS } : {}) },
      ),
    [dispatchToast],
  )
}

function NoticeAction({ label, onAction }: NonNullable<Notice['action']>) {
  return (
    <ToastTrigger>
      <Link as="button" onClick={onAction}>
        {label}
      </Link>
    </ToastTrigger>
  )
}
