/** Proves the ground the desktop tests stand on, with a small app. It holds for the real Electron as well. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  answerDialog,
  clickMenu,
  type Desktop,
  dialogCalls,
  executable,
  executableEnv,
  launchDesktop,
} from './launch.ts';

const appFolder = join(import.meta.dirname, 'stand-in-fixture');

/** What the fixture's preload exposes, seen from inside the page. */
interface FixturePage {
  readonly fixture: {
    call(name: string, value?: unknown): Promise<unknown>;
    missing(): Promise<unknown>;
    readonly nested: { add(a: number, b: number): number };
    throws(): void;
    onTick(listener: (value: { at: bigint }) => void): () => void;
    requireFs(): unknown;
  };
}
declare const window: FixturePage & { readonly [name: string]: unknown };

let desktop: Desktop;
let page: Page;
const fixtureLog = () =>
  desktop.app.evaluate(() => (globalThis as unknown as { fixtureLog: string[] }).fixtureLog);
const windowCount = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test.describe.configure({ mode: 'parallel' });
test.beforeEach(async () => {
  desktop = await launchDesktop({ appFolder });
  page = await desktop.app.firstWindow();
  await page.getByRole('heading', { name: 'Fixture' }).waitFor();
});
test.afterEach(async () => {
  await desktop.close();
});

test('starts as its package says, on the page it loads', async () => {
  const facts = await desktop.app.evaluate(({ app }) => ({
    name: app.getName(),
    version: app.getVersion(),
    userData: app.getPath('userData'),
    isPackaged: app.isPackaged,
  }));
  expect(facts).toEqual({
    name: 'stand-in-fixture',
    version: '1.2.3',
    userData: desktop.userData,
    isPackaged: false,
  });
  const window = await desktop.app.browserWindow(page);
  expect(await window.evaluate((one) => one.webContents.getURL())).toBe('app://fixture/index.html');
  await expect.poll(() => window.evaluate((one) => one.getTitle())).toBe('Fixture page');
  expect(await window.evaluate((one) => one.isVisible())).toBe(true);
});

test('calls carry what structured cloning carries, and answers', async () => {
  const answer = await page.evaluate(async () => {
    const shared = { a: 1 };
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    const sent = {
      map: new Map([['k', 1n]]),
      set: new Set(['s']),
      date: new Date(5),
      bytes: new Uint8Array([9, 8]).subarray(1),
      numbers: [Number.NaN, -0, Number.NEGATIVE_INFINITY],
      absent: undefined,
      twice: [shared, shared],
      cycle,
      error: new RangeError('inside'),
    };
    const back = (await window.fixture.call('echo', sent)) as typeof sent;
    const plain = { text: 'ü "\u2028\n', list: [1, [null, true]], nested: { zero: 0 } };
    return {
      map: back.map.get('k') === 1n,
      set: back.set.has('s'),
      date: back.date.getTime(),
      bytes: [back.bytes instanceof Uint8Array, back.bytes.length, back.bytes[0]],
      numbers: [Number.isNaN(back.numbers[0]), Object.is(back.numbers[1], -0), back.numbers[2] === -Infinity],
      absent: 'absent' in back && back.absent === undefined,
      twice: back.twice[0] === back.twice[1],
      cycle: back.cycle.self === back.cycle,
      error: [back.error instanceof Error, back.error.message],
      plain: JSON.stringify(await window.fixture.call('echo', plain)) === JSON.stringify(plain),
      nothing: await window.fixture.call('echo'),
      // Alone, each of these looks like JSON and is not.
      zero: Object.is(await window.fixture.call('echo', -0), -0),
      pair: await window.fixture.call('echo', [shared, shared]).then((pair) => {
        const [one, other] = pair as object[];
        return one === other;
      }),
      hole: await window.fixture.call('echo', [undefined]),
    };
  });
  expect(answer).toEqual({
    map: true,
    set: true,
    date: 5,
    bytes: [true, 1, 8],
    numbers: [true, true, true],
    absent: true,
    twice: true,
    cycle: true,
    error: [true, 'inside'],
    plain: true,
    nothing: undefined,
    zero: true,
    pair: true,
    hole: [undefined],
  });
});

test('a register of 2,000 rows travels whole, both ways', async () => {
  const answer = await page.evaluate(async () => {
    const rows = (await window.fixture.call('rows', 2000)) as { id: number; note: string }[];
    const back = await window.fixture.call('echo', rows);
    const text = JSON.stringify(rows);
    return {
      count: rows.length,
      last: rows.at(-1)?.id,
      size: text.length,
      isSame: JSON.stringify(back) === text,
    };
  });
  expect(answer).toMatchObject({ count: 2000, last: 1999, isSame: true });
  expect(answer.size).toBeGreaterThan(900_000);
});

test('of a failure only the message arrives, as a plain error', async () => {
  const failures = await page.evaluate(async () => {
    const failureOf = async (act: () => unknown) => {
      try {
        await act();
        return 'no failure';
      } catch (caught) {
        const error = caught as Error & { code?: string };
        return `${error.constructor === Error} ${error.code} ${error.message}`;
      }
    };
    return {
      handler: await failureOf(() => window.fixture.call('fail')),
      missing: await failureOf(() => window.fixture.missing()),
      answer: await failureOf(() => window.fixture.call('functions')),
      argument: await failureOf(() => window.fixture.call('echo', window.document)),
      preload: await failureOf(() => window.fixture.throws()),
      module: await failureOf(() => window.fixture.requireFs()),
    };
  });
  expect(failures.handler).toBe(
    "true undefined Error invoking remote method 'call': RangeError: out of range",
  );
  expect(failures.missing).toBe(
    "true undefined Error invoking remote method 'missing': Error: No handler registered for 'missing'",
  );
  expect(failures.answer).toContain('An object could not be cloned.');
  expect(failures.argument).toContain('could not be cloned');
  expect(failures.preload).toBe('true undefined thrown in the preload');
  expect(failures.module).toContain('module not found');
});

test('the page gets the exposed object and nothing else', async () => {
  const seen = await page.evaluate(() => ({
    sum: window.fixture.nested.add(2, 3),
    isFrozen: [Object.isFrozen(window.fixture), Object.isFrozen(window.fixture.nested)],
    isFixed: Object.getOwnPropertyDescriptor(window, 'fixture')?.configurable === false,
    foreign: ['require', 'process', 'module', 'standInPost', 'standInDeliver'].filter(
      (name) => name in window,
    ),
  }));
  expect(seen).toEqual({ sum: 5, isFrozen: [true, true], isFixed: true, foreign: [] });
  await page.evaluate(() => {
    const document = window.document as {
      createElement(name: string): { srcdoc: string };
      body: { append(one: object): void };
    };
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>inside</p>';
    document.body.append(frame);
  });
  await expect.poll(() => page.frames().length).toBe(2);
  expect(await page.frames()[1]?.evaluate(() => typeof window.fixture)).toBe('undefined');
});

test('a utility process answers, is heard, and its end is reported', async () => {
  const answer = await page.evaluate(async () => {
    const message = (await window.fixture.call('ask', { n: 4 })) as {
      value: unknown;
      type: string;
      bytes: Uint8Array;
    };
    return { value: message.value, type: message.type, bytes: [...message.bytes] };
  });
  expect(answer).toEqual({ value: { n: 4 }, type: 'utility', bytes: [1, 2, 3] });
  expect(await fixtureLog()).toEqual(
    expect.arrayContaining(['service spawned', 'service says started with one', 'service greeted']),
  );
  expect(await page.evaluate(() => window.fixture.call('stopService'))).toBe(true);
  await expect.poll(fixtureLog).toContain('service exit 15');
});

test('a menu item reaches the page until it unsubscribes', async () => {
  await page.evaluate(() => {
    const got: string[] = [];
    const stop = window.fixture.onTick((value) => got.push(String(value.at)));
    Object.assign(window, { got, stop });
  });
  await clickMenu(desktop.app, 'tick');
  await expect.poll(() => page.evaluate(() => window.got)).toEqual(['9']);
  await page.evaluate(() => (window.stop as () => void)());
  await clickMenu(desktop.app, 'tick');
  // A later round trip on the same channel: the tick has had its time.
  await page.evaluate(() => window.fixture.call('echo'));
  expect(await page.evaluate(() => window.got)).toEqual(['9']);
  await expect(clickMenu(desktop.app, 'never')).rejects.toThrow('disabled or hidden');
  await expect(clickMenu(desktop.app, 'nothing')).rejects.toThrow("no item 'nothing'");
});

test('a dialog gets the answer of the test, and is seen', async () => {
  await answerDialog(desktop.app, 'showOpenDialog', { canceled: false, filePaths: ['/books/a.xlsx'] });
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('status')).toHaveText('/books/a.xlsx');
  expect(await dialogCalls(desktop.app)).toEqual([
    { method: 'showOpenDialog', options: { title: 'Open a file' } },
  ]);
});

test('prints the page as A4', async () => {
  const filePath = join(desktop.userData, 'page.pdf');
  await answerDialog(desktop.app, 'showSaveDialog', { canceled: false, filePath });
  const size = await page.evaluate(() => window.fixture.call('print'));
  const pdf = readFileSync(filePath);
  expect(pdf.length).toBe(size);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toMatch(/MediaBox ?\[0 0 59[45](\.\d+)? 84[12]/);
});

test('navigation, popups, network, permissions and downloads are refused, except what the app allows', async () => {
  await desktop.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  await page.locator('#away').click();
  await expect.poll(fixtureLog).toContain('navigate https://away.example/x');
  await page.locator('#docs').click();
  await expect.poll(fixtureLog).toContain('open https://docs.example/a');
  const opened = await desktop.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toEqual(['https://docs.example/a']);
  await page.locator('#rows').click();
  await expect.poll(fixtureLog).toContain('download rows.csv');
  const refused = await page.evaluate(async () => {
    const navigator = window.navigator as {
      permissions: { query(one: { name: string }): Promise<{ state: string }> };
    };
    const stateOf = async (name: string) => (await navigator.permissions.query({ name })).state;
    return {
      network: await fetch('https://away.example/y').then(
        () => 'answered',
        () => 'refused',
      ),
      states: [await stateOf('geolocation'), await stateOf('camera'), await stateOf('clipboard-write')],
    };
  });
  expect(refused).toEqual({ network: 'refused', states: ['denied', 'denied', 'granted'] });
  await expect.poll(windowCount).toBe(1);
  await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible();
});

test('a window that the app does not refuse opens', async () => {
  await page.evaluate(() => (window.open as (url: string) => void)('/index.html?two#allowed'));
  await expect.poll(windowCount).toBe(2);
});

test('follows the theme the app chooses', async () => {
  const isDark = () =>
    page.evaluate(
      () =>
        (window.matchMedia as (query: string) => { matches: boolean })('(prefers-color-scheme: dark)')
          .matches,
    );
  expect(await page.evaluate(() => window.fixture.call('theme', 'dark'))).toBe(true);
  await expect.poll(isDark).toBe(true);
  await page.evaluate(() => window.fixture.call('theme', 'light'));
  await expect.poll(isDark).toBe(false);
});

test('a page that crashes is reported and can be loaded again', async () => {
  await desktop.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
  );
  await expect.poll(fixtureLog).toContainEqual(expect.stringMatching(/^page (crashed|killed)$/));
  const title = () =>
    desktop.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.executeJavaScript('typeof fixture.call'),
    );
  await expect.poll(title).toBe('function');
});

test('a second instance hands its command line over and ends', async () => {
  const args = [appFolder, `--user-data-dir=${desktop.userData}`, 'second.pilotage'];
  const second = spawnSync(executable, args, { env: { ...process.env, ...executableEnv }, timeout: 20_000 });
  expect(second.status).toBe(0);
  await expect.poll(fixtureLog).toContain('second instance second.pilotage true');
  expect(await windowCount()).toBe(1);
});

test('quitting asks first, and leaves nothing behind', async () => {
  let output = '';
  const main = desktop.app.process();
  main.stdout?.on('data', (text) => {
    output += text;
  });
  const ended = new Promise((resolve) => main.once('exit', resolve));
  await desktop.close();
  expect(await ended).toBe(0);
  expect(output.match(/(before|will)-quit.*/g)).toEqual([
    'before-quit false',
    'before-quit true',
    'will-quit',
  ]);
  expect(existsSync(desktop.userData)).toBe(false);
});
