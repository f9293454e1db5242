import { Toast, ToastBody, Toaster, ToastTitle, useToastController } from '@fluentui/react-components'
import { useCallback } from 'react'

const TOASTER_ID = 'notices'
const SHOWN_MS = 6000

export interface Notice {
  readonly title: string
  readonly text?: string
  readonly intent: 'success' | 'info' | 'warning' | 'error'
}

/** Where short notices appear. They go by themselves and hold nothing that is needed later. */
export function Notices() {
  return <Toaster toasterId={TOASTER_ID} position="top-end" timeout={SHOWN_MS} pauseOnHover pauseOnWindowBlur />
}

export function useNotify(): (notice: Notice) => void {
  const { dispatchToast } = useToastController(TOASTER_ID)
  return useCallback(
    ({ title, text, intent }) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {text ? <ToastBody>{text}</ToastBody> : null}
        </Toast>,
        { intent },
      ),
    [dispatchToast],
  )
}
