import { Button, Field, Link, Text, Textarea } from '@fluentui/react-components'
import { CopyRegular, OpenRegular } from '@fluentui/react-icons'
import { useNotify } from '../../ui/notices.tsx'
import { Section } from '../../ui/section.tsx'
import type { ChatWidgetFieldsProps } from './chat-widget-tabs.tsx'

/** The one line that a web site needs, and a page to try it on. */
export function EmbedFields({ row: name }: ChatWidgetFieldsProps) {
  const notify = useNotify()
  if (name === null) return null
  const tag = scriptTag(window.location.origin, name)
  const handleCopy = () =>
    navigator.clipboard.writeText(tag).then(
      () => notify({ title: 'The script tag is copied', intent: 'success' }),
      () => notify({ title: 'Not copied', text: 'Select the script tag and copy it yourself.', intent: 'error' }),
    )
  return (
    <Section
      title="Put it on a web site"
      lead="Put this line into the head of each page. The pages' origins must be among those allowed under Security."
    >
      <Field label="Script tag">
        <Textarea readOnly value={tag} rows={3} onFocus={(event) => event.target.select()} />
      </Field>
      <div>
        <Button icon={<CopyRegular />} onClick={() => void handleCopy()}>
          Copy
        </Button>
      </div>
      <Text>
        <Link href={`/chat/preview?widget=${encodeURIComponent(name)}`} target="_blank" rel="noopener">
          Open the preview page <OpenRegular />
        </Link>
      </Text>
    </Section>
  )
}

function scriptTag(origin: string, name: string): string {
  return `<script src="${origin}/chat/widget.js" data-widget="${name}" async></script>`
}
