import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { navigate, parseHash } from '../../app/hash-location.ts';
import { formatRegisterQuery, parseRegisterQuery, type RegisterQuery } from './register-query.ts';

/** Chromium throttles history writes; a pause in typing is a good moment for one. */
const ADDRESS_DELAY_MS = 250;

/**
 * The register's filters and order. They start from the address, are kept in it, and follow it when a link
 * elsewhere points at another selection. The state here leads: typing never waits for the address.
 */
export function useRegisterQuery(): readonly [RegisterQuery, (next: RegisterQuery) => void] {
  const search = useSearch();
  const [query, setQuery] = useState(() => parseRegisterQuery(search));
  const written = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (search === written.current) return;
    clearTimeout(timer.current);
    written.current = search;
    setQuery(parseRegisterQuery(search));
  }, [search]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback((next: RegisterQuery) => {
    setQuery(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // A link may have been followed meanwhile: writing now would take the person back here.
      if (parseHash(window.location.hash).path !== '/register') return;
      const text = formatRegisterQuery(next);
      written.current = text;
      navigate(`/register${text === '' ? '' : `?${text}`}`, { replace: true });
    }, ADDRESS_DELAY_MS);
  }, []);

  return [query, change];
}
