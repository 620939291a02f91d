import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { beginStory } from './fixtures/story-text'

const composites = '[role=radiogroup], [role=tablist], [role=toolbar], [role=listbox], [role=grid]'

/** Presses Tab until the focus has been everywhere it goes, and notes where it was. */
async function tabThrough(app: Page) {
  await app.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur() })
  let previous = ''
  for (let step = 1; step < 250; step++) {
    await app.keyboard.press('Tab')
    const reached = await app.evaluate(number => {
      const { dataset } = document.activeElement as HTMLElement
      return document.activeElement === document.body ? '' : dataset['reached'] ??= number
    }, String(step))
    if (reached === '1' && previous !== '' && previous !== '1') return // a date's parts are one control
    previous = reached
  }
}

/** Controls in sight that Tab did not come to, and that no composite it came to holds. */
const missed = (app: Page) => app.evaluate(within => {
  const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href], [contenteditable=true], [tabindex]')]
  const isUsable = (control: HTMLElement) => control.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && !control.matches(':disabled, [inert], [inert] *, [aria-hidden=true] *')
  const isReached = (control: HTMLElement) => control.dataset['reached'] !== undefined
    || ((control.tabIndex < 0 || control.matches(within)) && Boolean(control.closest(within)?.querySelector('[data-reached]') ?? control.closest('[data-reached]')))
  const isControl = (control: HTMLElement) => control.tabIndex >= 0 || control.matches('button, input, select, textarea, summary, a[href]')
  return controls.filter(control => isControl(control) && isUsable(control) && !isReached(control)).map(control => control.outerHTML.slice(0, 160))
}, composites)

for (const tab of ['稿签', '版样', '修订', '流程']) {
  test(`every control of the main view is reached with Tab, ${tab} at the right`, async ({ app }) => {
    await beginStory(app)
    await app.keyboard.type('江水上涨')
    await app.getByRole('tab', { name: tab }).click()
    await expect(app.getByRole('region', { name: '版位与排成长度' })).toContainText(/余|正好|超/)
    await expect(async () => { // round and round: a control may come, or be enabled, behind the focus
      await tabThrough(app)
      expect(await app.locator('[data-reached]').count()).toBeGreaterThan(25)
      expect(await missed(app)).toEqual([])
    }).toPass({ timeout: 60_000 })
  })
}

test('the arrows go through choices that stand side by side, and Tab stops at them once', async ({ app }) => {
  const place = app.getByRole('radiogroup', { name: '稿件位置' })
  const [desk, bin] = [place.getByRole('radio', { name: '在编' }), place.getByRole('radio', { name: '回收站' })]
  await desk.focus()
  await app.keyboard.press('ArrowRight')
  await expect(bin).toBeFocused()
  await expect(bin).toBeChecked()
  await app.keyboard.press('ArrowRight')
  await expect(desk).toBeFocused()
  await expect(desk).toBeChecked()
  await expect(bin).not.toBeChecked()
  await app.keyboard.press('Tab')
  await expect(app.getByRole('searchbox')).toBeFocused()
})
