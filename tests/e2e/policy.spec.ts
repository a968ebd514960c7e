import { expect, test } from './support/test.ts';

test.use({ start: { isSample: true } });

test('a policy is tried out, refused while it cannot be, saved with its reason and taken back', async ({
  page,
}) => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Policy' }).click();
  await expect(page.getByText('Version 1 in force')).toBeVisible();
  const save = page.getByRole('button', { name: 'Save version 2' });
  await expect(save).toBeDisabled();

  // Half a readiness point too much is no policy; the way there is one press of a button.
  const leave = page.getByLabel('Readiness to stay at SCALE, of 100');
  await leave.fill('90');
  const problem = 'Readiness to stay at SCALE must be at most Readiness to scale (75\u00a0of 100).';
  await expect(leave).toHaveAccessibleDescription(problem);
  await expect(save).toBeDisabled();
  await page.getByRole('button', { name: problem }).click();
  await expect(leave).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(leave).toHaveValue('70');

  // Evidence that is stale within a week leaves hardly any gate known.
  await page.getByLabel('Half-life of evidence, months').fill('1');
  const preview = page.getByRole('region', { name: 'Verdicts under these values' });
  await expect(preview.getByRole('heading', { name: /^[1-9]\d* of \d+ verdicts? changes?$/ })).toBeVisible();
  await expect(preview.getByText('because of Half-life of evidence').first()).toBeVisible();

  // A look at one of them costs nothing that was typed.
  await preview.getByRole('link').first().click();
  await expect(page).toHaveURL(/#\/initiative\//);
  await page.goBack();
  await expect(page.getByLabel('Half-life of evidence, months')).toHaveValue('1');

  await save.click();
  await expect(page.getByText('A policy changes verdicts: say why.')).toBeVisible();
  await page.getByLabel('Why it is changed').fill('Our models change every month.');
  await save.click();
  await expect(page.getByText('Version 2 in force')).toBeVisible();
  await expect(page.getByText('Our models change every month.')).toBeVisible();
  await expect(page.getByLabel('Half-life of evidence, months')).toHaveValue('1');

  // An earlier version's values come into the form, and are not saved by that.
  await page.getByRole('button', { name: 'Load its values (version 1)' }).click();
  await expect(page.getByLabel('Half-life of evidence, months')).toHaveValue('6');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByLabel('Half-life of evidence, months')).toHaveValue('1');

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByText('Version 1 in force')).toBeVisible();
  await expect(page.getByLabel('Half-life of evidence, months')).toHaveValue('6');
});

test('the policy can be stepped, restored and jumped through by keyboard', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: 'Policy' })).toBeFocused();
  const jump = page.getByRole('button', { name: 'Clocks', exact: true });
  await expect(jump).toBeEnabled();
  await jump.focus();
  await page.keyboard.press('Enter');
  const timeBox = page.getByLabel('Time-box of a pilot (K6), months');
  await expect(timeBox).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(timeBox).toHaveValue('11');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(timeBox).toHaveValue('9');
});
