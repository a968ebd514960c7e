/** The verdict sentence without its opening "HOLD (H1): ", which the chip beside it says; its first letter raised. */
export function verdictReason(sentence: string): string {
  const reason = sentence.replace(/^[A-Z]+ \([A-Z]\d\): /, '');
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
