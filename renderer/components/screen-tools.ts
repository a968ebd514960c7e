import { createContext, type ReactNode } from 'react';

/** What the shell puts into the header of every screen: as-of date, undo, redo, theme. */
export const ScreenTools = createContext<ReactNode>(null);

/** What the shell puts under the header of every screen: what to know about the open file and the day it is shown as of. */
export const ScreenStrips = createContext<ReactNode>(null);
