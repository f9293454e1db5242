import type { Page } from 'playwright-core'

/** Signs somebody in by the page they want, and waits until their presence shows that they are there. */
export async function openWorkspace(
  page: Page,
  path: string,
  person: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Available/ }).waitFor()
}
