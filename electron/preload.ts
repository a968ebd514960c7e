import { contextBridge, ipcRenderer } from 'electron';
import type { CallName } from '#shared/api/contract.ts';
import { makeBridge } from './desktop/bridge.ts';

/** The keys of the contract, put here by the build. */
declare const CALL_NAMES: readonly CallName[];

contextBridge.exposeInMainWorld('pilotage', makeBridge(CALL_NAMES, ipcRenderer));
