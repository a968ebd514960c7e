import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { noteUsed } from '../../stores/recent.ts';
import styles from './palette.module.css';
import { PaletteContent } from './palette-content.tsx';
import { closePalette, palette, paletteStore } from './palette-state.ts';

/** The command palette: every command and every initiative, one line of text away, from anywhere. */
export function Palette() {
  const { opened } = useSpotlight(paletteStore);
  const [path] = useLocation();
  useEffect(() => {
    const [, screen, id] = path.split('/');
    if (screen === 'initiative' && id) noteUsed(`initiative:${id}`);
    // Whatever led to another screen, the palette was opened on the last one.
    palette.close();
  }, [path]);
  return (
    <Spotlight.Root
      store={paletteStore}
      shortcut={null}
      size="40rem"
      returnFocus={false}
      onSpotlightClose={closePalette}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.2, blur: 0 }}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
      attributes={{ content: { 'aria-label': 'Find an initiative or a command' } }}
    >
      {opened ? <PaletteContent path={path} /> : null}
    </Spotlight.Root>
  );
}
