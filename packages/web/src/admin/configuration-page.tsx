import { Button, Toolbar, ToolbarButton } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { Configuration } from '@unified-routing/routing'
import { useState } from 'react'
import { stringify } from 'yaml'
import { may } from '../data/permissions.ts'
import { useConfiguration } from '../data/use-change-configuration.ts'
import { useSession } from '../data/viewer.ts'
import { downloadJson } from '../ui/download-json.ts'
import { downloadText } from '../ui/download-text.ts'
import { Facts } from '../ui/facts.tsx'
import { Page } from '../ui/page.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { Section } from '../ui/section.tsx'
import { labelOf } from '../ui/words.ts'
import styles from './configuration-page.module.css'
import { ImportConfiguration } from './import-configuration.tsx'

const LINE_WIDTH = 120

/** The whole set-up as one document: to keep as a file, and to take over from one. */
export function ConfigurationPage() {
  const { document, version } = useConfiguration()
  const mayImport = may(useSession(), 'editConfiguration')
  return (
    <Page
      title="Export and import"
      lead="Everything an administrator sets up is one document. The same file works with the command line and the API."
      commands={
        <Toolbar aria-label="Commands">
          <ToolbarButton
            icon={<ArrowDownloadRegular />}
            onClick={() => downloadText(`configuration-${version}.yaml`, yamlOf(document), 'application/yaml')}
          >
            Export as YAML
          </ToolbarButton>
          <ToolbarButton
            icon={<ArrowDownloadRegular />}
            onClick={() => downloadJson(`configuration-${version}.json`, document)}
          >
            Export as JSON
          </ToolbarButton>
        </Toolbar>
      }
    >
      <Section title={`Version ${version}`} lead={<RouterLink to="/admin/versions">All versions</RouterLink>}>
        <Facts facts={countsOf(document)} />
      </Section>
      {mayImport ? <ImportConfiguration version={version} present={document} /> : null}
      <Document document={document} />
    </Page>
  )
}

/** Drawn only when somebody wants it: a large one takes a while. */
function Document({ document }: { readonly document: Configuration }) {
  const [isShown, setShown] = useState(false)
  return (
    <Section
      title="Document"
      actions={
        <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
        </Button>
      }
    >
      {isShown ? (
        // Scrolls by keyboard, so it takes the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className={styles.frame} tabIndex={0} aria-label="The configuration document">
          <pre className={styles.document}>{yamlOf(document)}</pre>
        </section>
      ) : null}
    </Section>
  )
}

function yamlOf(document: Configuration): string {
  return stringify(document, { lineWidth: LINE_WIDTH })
}

function countsOf(document: Configuration) {
  return Object.entries(document).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) ? [{ name: labelOf(name), value: value.length }] : [],
  )
}
