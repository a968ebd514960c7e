import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  InputWrapper,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  SegmentedControl,
  Select,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';
import { setPreferences, usePreferences } from '../stores/preferences.ts';

/** Every shade is one role: Mantine asks for ten, our language has one per meaning, already right for each theme. */
const shades = (color: string): MantineColorsTuple => [
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
];

/** The library's own greys, replaced by the neutrals of tokens.css so that no cold grey slips in. */
const NEUTRALS: MantineColorsTuple = [
  '#f7f7f5',
  '#f1f1ee',
  '#e3e3de',
  '#d5d5cf',
  '#c9c9c2',
  '#9c9c96',
  '#666a6f',
  '#55585d',
  '#3a3c40',
  '#1b1c1e',
];
const DARK_NEUTRALS: MantineColorsTuple = [
  '#ececea',
  '#c8cace',
  '#a9adb4',
  '#969aa1',
  '#44484f',
  '#2c2f34',
  '#1b1d20',
  '#141517',
  '#17181b',
  '#101113',
];
const CONTROL_HEIGHT = '1.75rem';

/** Filled controls are ink on the page and paper in their text, in both themes; Mantine would write white on both. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--surface)' } : colors;
};

/** Mantine dressed in the roles of tokens.css. Sizes: 13 body, 11 small, 20 page title, 22 figures. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  primaryColor: 'ink',
  variantColorResolver,
  colors: {
    ink: shades('var(--ink)'),
    kill: shades('var(--kill)'),
    good: shades('var(--good)'),
    gray: NEUTRALS,
    dark: DARK_NEUTRALS,
  },
  white: '#ffffff',
  black: '#1b1c1e',
  defaultRadius: 'sm',
  radius: { xs: '0.1875rem', sm: '0.3125rem', md: '0.375rem', lg: '0.5rem', xl: '1rem' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  fontSizes: { xs: '0.6875rem', sm: '0.8125rem', md: '0.8125rem', lg: '1.25rem', xl: '1.375rem' },
  lineHeights: { xs: '1rem', sm: '1.25rem', md: '1.25rem', lg: '1.75rem', xl: '1.75rem' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      vars: () => ({
        root: {
          '--button-height': CONTROL_HEIGHT,
          '--button-fz': 'var(--size-body)',
          '--button-padding-x': 'var(--s3)',
        },
      }),
      styles: { root: { fontWeight: 500 } },
    }),
    Input: Input.extend({
      vars: () => ({
        wrapper: {
          '--input-height': CONTROL_HEIGHT,
          '--input-fz': 'var(--size-body)',
          '--input-bd': 'var(--outline)',
          '--input-bg': 'var(--surface)',
          '--input-padding': 'var(--s2)',
        },
      }),
    }),
    InputWrapper: InputWrapper.extend({
      vars: () => ({
        label: { '--input-label-size': 'var(--size-body)' },
        description: { '--input-description-size': 'var(--size-small)' },
        error: { '--input-error-size': 'var(--size-small)' },
        success: {},
      }),
      styles: { label: { marginBottom: 'var(--s1)' } },
    }),
    SegmentedControl: SegmentedControl.extend({
      vars: () => ({
        root: { '--sc-font-size': 'var(--size-small)', '--sc-padding': '0.1875rem var(--s2)' },
      }),
    }),
    Select: Select.extend({ defaultProps: { allowDeselect: false } }),
    // Beside its control, not at the end of the page: there it would stand outside every landmark.
    Tooltip: Tooltip.extend({
      defaultProps: { withinPortal: false, openDelay: 300, transitionProps: { duration: 100 } },
    }),
    // Without it the first item takes the focus, and the menu holds nothing but items.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: {
        padding: 'lg',
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: {
        content: { background: 'var(--surface)', boxShadow: 'var(--shadow)' },
        header: { background: 'var(--surface)' },
        title: { fontWeight: 600 },
      },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
  },
});

/** Points Mantine's own variables at our roles, the same names in both themes. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const roles = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--continue)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--outline)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-success': 'var(--good)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-3)',
    '--mantine-color-disabled-border': 'var(--line-strong)',
    '--mantine-primary-color-filled': 'var(--ink)',
    '--mantine-primary-color-filled-hover': 'var(--ink-2)',
    '--mantine-primary-color-contrast': 'var(--surface)',
    '--mantine-primary-color-light': 'var(--hold-bg)',
    '--mantine-primary-color-light-hover': 'var(--hover)',
    '--mantine-primary-color-light-color': 'var(--ink)',
    '--mantine-color-ink-filled': 'var(--ink)',
    '--mantine-color-ink-filled-hover': 'var(--ink-2)',
    '--mantine-color-ink-light': 'var(--hold-bg)',
    '--mantine-color-ink-light-hover': 'var(--hover)',
    '--mantine-color-ink-light-color': 'var(--ink)',
    '--mantine-color-ink-outline': 'var(--outline)',
  };
  return { variables: {}, light: roles, dark: roles };
};

/** Keeps the chosen theme with the other preferences, so that there is one place to look. */
export function createColorSchemeManager(): MantineColorSchemeManager {
  let unsubscribe: (() => void) | undefined;
  return {
    get: (fallback) => usePreferences.getState().theme ?? fallback,
    set: (value: MantineColorScheme) => setPreferences({ theme: value }),
    subscribe: (onUpdate) => {
      unsubscribe = usePreferences.subscribe((now, before) => {
        if (now.theme !== before.theme) onUpdate(now.theme);
      });
    },
    unsubscribe: () => unsubscribe?.(),
    clear: () => setPreferences({ theme: 'auto' }),
  };
}
