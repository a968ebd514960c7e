import type { PortfolioSettings } from '#shared/api/schemas/views.ts';

/** What differs between the stored settings and the draft; texts are trimmed. Empty when nothing does. */
export function settingsPatch(
  stored: PortfolioSettings,
  draft: PortfolioSettings,
): Partial<PortfolioSettings> {
  const [name, reviewer] = [draft.name.trim(), draft.reviewer.trim()];
  return {
    ...(name === stored.name ? {} : { name }),
    ...(draft.currency === stored.currency ? {} : { currency: draft.currency }),
    ...(draft.fiscalYearStart === stored.fiscalYearStart ? {} : { fiscalYearStart: draft.fiscalYearStart }),
    ...(reviewer === stored.reviewer ? {} : { reviewer }),
  };
}
