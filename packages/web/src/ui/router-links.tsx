import { Button, type ButtonProps, Link, MenuItemLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

/** Fluent's links and link-like buttons, going through the router: no page load, prefetch on intent. */
export const RouterLink = createLink(Link)
export const MenuItemRouterLink = createLink(MenuItemLink)
export const RouterButton = createLink(AnchorButton)

type AnchorButtonProps = Pick<ButtonProps, 'appearance' | 'icon' | 'size'> &
  Omit<ComponentProps<'a'>, 'type' | 'content'>

function AnchorButton(props: AnchorButtonProps) {
  return <Button as="a" {...props} />
}
