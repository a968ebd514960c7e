import { createContext, type ReactNode } from 'react';

/** What the shell puts into the header of every screen: as-of date, undo, redo, theme. */
export const ScreenTools = createContext<ReactNode>(null);
