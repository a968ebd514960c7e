// Imported right after boot.ts, before the libraries: what has to be waited for is on its way while they are read.
import { connectBridge } from './bridge.ts';

/** The screens a page usually begins on: their code, and the answer they wait for. */
const FIRST = {
  '#/portfolio': { load: () => import('../features/portfolio/portfolio-screen.tsx'), call: 'getPortfolio' },
  '#/register': { load: () => import('../features/register/register-screen.tsx'), call: 'listRegister' },
} as const;

const [route = ''] = window.location.hash.split('?');
const first = route in FIRST ? FIRST[route as keyof typeof FIRST] : undefined;

/** The call the first screen waits for; undefined for a screen that is not often the first. */
export const firstCall = first?.call;

/** The host, sent for before anything is drawn; a failure is shown by whoever waits for it. */
export const connecting = connectBridge();
connecting.catch(() => undefined);
first?.load().catch(() => undefined);
