/**
 * Keeps V8 from guarding pages of compiled code with the processor's keys. Where threads start and end, its list of such
 * pages can lose one, and the process ends with "Check failed: jit_page.has_value()" (nodejs/node#64500 has the like).
 * Nothing here runs code of others, which is what the keys are for.
 */
export const WITHOUT_PAGE_KEYS = '--no-memory-protection-keys';
