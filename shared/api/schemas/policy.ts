import { z } from 'zod';
import { RULE_IDS, VERDICTS } from '../../domain/verdict.ts';
import { policySchema } from '../../policy/schema.ts';
import { id, instant, text } from './primitives.ts';

const verdictAndRule = z.object({ verdict: z.enum(VERDICTS), rule: z.enum(RULE_IDS) }).readonly();
const policyValue = z.union([z.number(), z.string()]);

/** The policy in force and the versions that were saved, latest first. Version 1 is the shipped one and not listed. */
export const policyInForce = z.object({
  policy: policySchema,
  versions: z.array(
    z.object({ version: z.int().min(2), savedAt: instant, actor: z.string(), reason: z.string() }),
  ),
});

export const policyVersionNumber = z.object({ version: z.int().min(1).max(1_000_000) }).strict();
export const policyOfVersion = z.object({ policy: policySchema });

/** `policy.version` names the version the candidate was made from. */
export const policyCandidate = z.object({ policy: policySchema }).strict();
export const newPolicy = policyCandidate.extend({ reason: text(2000) }).strict();

const because = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('alone'),
    settings: z.array(z.object({ name: z.string(), paths: z.array(z.string()).readonly() })).readonly(),
  }),
  z.object({ kind: z.literal('together') }),
  z.object({ kind: z.literal('computing') }),
]);

/** What a candidate would change, before it is saved. With problems nothing is compared. */
export const policyPreview = z.object({
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
  changes: z.array(z.object({ path: z.string(), name: z.string(), from: policyValue, to: policyValue })),
  /** Initiatives with a verdict under both; those whose verdict still waits for a simulation are counted beside. */
  compared: z.int(),
  computing: z.int(),
  differences: z.array(
    z.object({
      id,
      name: z.string(),
      from: verdictAndRule,
      to: verdictAndRule,
      isVerdictChanged: z.boolean(),
      because,
    }),
  ),
});
