import { Badge } from '@fluentui/react-components'
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import type { RuleTrace } from '@unified-routing/contract'
import type { ReactElement } from 'react'

type Status = RuleTrace['status']

interface Look {
  readonly icon: ReactElement
  readonly color: 'success' | 'brand' | 'informative' | 'subtle'
  readonly meaning: string
}

const looks: Record<Status, Look> = {
  Applied: { icon: <CheckmarkCircleFilled />, color: 'success', meaning: 'Met and used' },
  Matched: { icon: <CircleRegular />, color: 'brand', meaning: 'Met, another output was used' },
  Processed: { icon: <DismissCircleRegular />, color: 'informative', meaning: 'Evaluated, not met' },
  'Not processed': {
    icon: <SubtractCircleRegular />,
    color: 'subtle',
    meaning: 'Not evaluated, an earlier rule decided',
  },
}

/** What became of a rule, in the reference's words; its meaning on hover. */
export function RuleStatus({ status }: { readonly status: Status }) {
  const { icon, color, meaning } = looks[status]
  return (
    <Badge appearance="tint" color={color} icon={icon} title={meaning}>
      {status}
    </Badge>
  )
}
