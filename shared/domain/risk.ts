/** EU AI Act classes, kept as a label the user chose. Pilotage gives no legal verdict. */
export const RISK_CLASSES = [
  'prohibited',
  'high_annex_i',
  'high_annex_iii',
  'transparency',
  'minimal',
  'gpai',
] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];

export const RISK_CLASS_NAMES: Readonly<Record<RiskClass, string>> = {
  prohibited: 'Prohibited practice',
  high_annex_i: 'High risk (Annex I)',
  high_annex_iii: 'High risk (Annex III)',
  transparency: 'Transparency duties',
  minimal: 'Minimal risk',
  gpai: 'Based on a general-purpose model',
};

export const COMPARATORS = ['at_least', 'at_most'] as const;
export type Comparator = (typeof COMPARATORS)[number];
