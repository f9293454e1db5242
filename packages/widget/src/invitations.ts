import type { Invitation } from './settings.ts'

/** The invitations that hold on a page, soonest first. A star stands for anything. */
export function invitationsFor(invitations: readonly Invitation[], address: string): readonly Invitation[] {
  return invitations
    .filter(({ page }) => page === null || matches(page, address))
    .toSorted((a, b) => a.afterSeconds - b.afterSeconds)
}

function matches(pattern: string, address: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('.*')).test(address)
}
