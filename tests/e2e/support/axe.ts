import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Two frames in a row without a transition: until then an element may still have a colour of the theme before. Reduced
 * motion makes transitions short, and one that a child inherits begins after its parent's. Text, because these tests are
 * checked without the types of the page.
 */
const SETTLED = `new Promise((done) => {
  let still = 0;
  const look = () => {
    still = document.getAnimations().some((each) => each instanceof CSSTransition) ? 0 : still + 1;
    if (still === 2) done();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

const THEMES = ['light', 'dark'] as const;

/**
 * What axe finds wrong on the page as it stands, by all its rules; each finding with its elements, so that a failure
 * can be read without running it again. Elements that are fine are not reported: describing every one of them, and
 * bringing that over from the page, would take several times what the examination takes.
 */
export async function violations(page: Page): Promise<readonly string[]> {
  // The legacy mode examines the page in place; the other one opens a page of its own for frames of other origins.
  await page.evaluate(SETTLED);
  expect(page.frames(), 'the app has no frames, which this examination would not look into').toHaveLength(1);
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`).join('; ')}`,
  );
}

/** Expects no finding in either theme, and says of which screen or state it is; the test goes on after a finding. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The page hears of the change when it draws its next frame, which a busy machine may take long for.
    await page.evaluate(SETTLED);
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect.soft(await violations(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}
