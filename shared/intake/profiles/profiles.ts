import type { Header } from '../headers.ts';
import { FEDERAL_2024 } from './federal-2024.ts';
import { GENERIC } from './generic.ts';
import { PILOTAGE_REGISTER } from './pilotage-register.ts';
import { findHeader, type Profile, recognise } from './profile.ts';

/** Every built-in profile, most particular first. */
export const PROFILES: readonly Profile[] = [PILOTAGE_REGISTER, FEDERAL_2024, GENERIC];

/** A format counts as recognised when this share of its headers is there. */
const RECOGNISED = 0.6;

export interface ProfileScore {
  readonly profile: Profile;
  /** 0 to 1; the generic profile has what its two required columns are worth. */
  readonly score: number;
}

/** Scores all profiles on these headers, best first. A format below 60 % never beats the generic profile. */
export function scoreProfiles(headers: readonly Header[]): readonly ProfileScore[] {
  return PROFILES.map((profile) => ({
    profile,
    score: profile === GENERIC ? genericScore(headers) : recognise(profile, headers),
  })).sort((a, b) => rank(b) - rank(a));
}

/** The profile with this id, or undefined. */
export function profileById(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}

function genericScore(headers: readonly Header[]): number {
  return (['name', 'stage'] as const).reduce((score, field) => {
    const source = GENERIC.fields[field];
    return source?.kind === 'column' && findHeader(headers, source.header) !== undefined
      ? score + 0.25
      : score;
  }, 0);
}

function rank({ profile, score }: ProfileScore): number {
  if (profile === GENERIC) return RECOGNISED;
  return score > RECOGNISED ? 1 + score : score / 2;
}
