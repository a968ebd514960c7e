import { useLayoutEffect } from 'react';
import { usePreferences } from '../stores/preferences.ts';

/** Puts density, motion and discreet mode on the root element, where the stylesheets read them. */
export function useAppearance(): void {
  const density = usePreferences((state) => state.density);
  const motion = usePreferences((state) => state.motion);
  const isDiscreet = usePreferences((state) => state.isDiscreet);
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
    document.documentElement.dataset.motion = motion;
    document.documentElement.toggleAttribute('data-discreet', isDiscreet);
  }, [density, motion, isDiscreet]);
}
